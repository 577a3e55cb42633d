export interface Environment {
  production: boolean;
  log(text: string): void;
  identityVault: { loginUrl: string; apiOrigins: readonly string[] };
}
