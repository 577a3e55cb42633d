export interface Environment {
  readonly production: boolean;
  readonly apiUrl: string;
  readonly identityVault: { loginUrl: string; apiOrigins: readonly string[] };
}
