import { Live, Mock } from './kinds';

export const environment: Live | Mock = {
  production: true,
};
