/** What differs between the builds. */
export interface Environment {
  /** For users. */
  production: boolean;
  /** The server. */
  apiUrl: string;
  /** The servers that the identity vault talks to. */
  identityVault: { loginUrl: string; apiOrigins: readonly string[] };
}
