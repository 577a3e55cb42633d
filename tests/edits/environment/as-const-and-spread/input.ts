import { shared } from './shared';

export const environment = {
  ...shared,
  production: true,
} as const;
