import { Environment } from './environment.model';

export const environment = {
  production: true,
} satisfies Environment;
