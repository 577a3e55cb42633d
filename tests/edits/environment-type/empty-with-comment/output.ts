export interface Environment {
  identityVault: { loginUrl: string; apiOrigins: readonly string[] };
  // Nothing yet.
}
