import { Environment } from '@example/environment';

export const environment: Environment & {
  identityVault: { loginUrl: string; apiOrigins: readonly string[] };
} = {
  production: true,
  apiUrl: 'https://api.example.com',
  identityVault: {
    loginUrl: 'https://api.example.com/login',
    apiOrigins: ['https://api.example.com'],
  },
};
