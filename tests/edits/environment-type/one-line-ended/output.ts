export type Environment = {
  production: boolean;
  identityVault: { loginUrl: string; apiOrigins: readonly string[] };
};
