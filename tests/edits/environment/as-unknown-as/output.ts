import { Environment } from './environment.model';

export const environment = {
  production: true,
  identityVault: {
    loginUrl: 'https://api.example.com/login',
    apiOrigins: ['https://api.example.com'],
  },
} as unknown as Environment & {
  identityVault: { loginUrl: string; apiOrigins: readonly string[] };
};
