export interface Env {
  production: boolean;
  identityVault: { loginUrl: string; apiOrigins: readonly string[] };
}
