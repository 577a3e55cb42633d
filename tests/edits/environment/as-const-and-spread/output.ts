import { shared } from './shared';

export const environment = {
  ...shared,
  production: true,
  identityVault: {
    loginUrl: 'https://api.example.com/login',
    apiOrigins: ['https://api.example.com'],
  },
} as const;
