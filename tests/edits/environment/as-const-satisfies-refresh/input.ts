import { Environment } from './environment.model';

export const environment = {
  production: true,
} as const satisfies Environment;
