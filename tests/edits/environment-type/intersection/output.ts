import { Base } from './base';

export type Environment = Base & {
  apiUrl: string;
  identityVault: { loginUrl: string; apiOrigins: readonly string[] };
};
