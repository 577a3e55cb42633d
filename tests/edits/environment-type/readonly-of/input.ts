export type Environment = Readonly<{
  production: boolean;
}>;
