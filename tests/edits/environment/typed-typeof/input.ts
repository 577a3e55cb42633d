import { environment as live } from './environment';

export const environment: typeof live = {
  production: false,
};
