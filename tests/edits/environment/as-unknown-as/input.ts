import { Environment } from './environment.model';

export const environment = {
  production: true,
} as unknown as Environment;
