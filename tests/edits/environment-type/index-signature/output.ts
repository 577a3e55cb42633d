export interface Environment {
  production: boolean;
  [key: string]: unknown;
  identityVault: { loginUrl: string; apiOrigins: readonly string[] };
}
