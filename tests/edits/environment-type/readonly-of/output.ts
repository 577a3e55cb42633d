export type Environment = Readonly<{
  production: boolean;
  identityVault: { loginUrl: string; apiOrigins: readonly string[] };
}>;
