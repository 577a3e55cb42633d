import { Live, Mock } from './kinds';

export const environment: (Live | Mock) & {
  identityVault: { loginUrl: string; apiOrigins: readonly string[] };
} = {
  production: true,
  identityVault: {
    loginUrl: 'https://api.example.com/login',
    apiOrigins: ['https://api.example.com'],
  },
};
