export interface Environment {
  production: boolean; // for users
  apiUrl: string; // the server
  identityVault: { loginUrl: string; apiOrigins: readonly string[] };
}
