import { Environment } from './environment.model';

export const environment = {
  production: true,
  identityVault: {
    loginUrl: 'https://api.example.com/login',
    refreshUrl: 'https://api.example.com/refresh',
    apiOrigins: ['https://api.example.com'],
  },
} as const satisfies Environment & {
  identityVault: { loginUrl: string; refreshUrl: string; apiOrigins: readonly string[] };
};
