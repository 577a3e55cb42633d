export type Environment = {
  production: boolean,
  apiUrl: string,
  identityVault: { loginUrl: string; apiOrigins: readonly string[] }
}
