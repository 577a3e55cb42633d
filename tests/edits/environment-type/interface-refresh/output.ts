export interface Environment {
  production: boolean;
  identityVault: { loginUrl: string; refreshUrl: string; apiOrigins: readonly string[] };
}
