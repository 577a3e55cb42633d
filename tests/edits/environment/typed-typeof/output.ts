import { environment as live } from './environment';

export const environment: typeof live & {
  identityVault: { loginUrl: string; apiOrigins: readonly string[] };
} = {
  production: false,
  identityVault: {
    loginUrl: 'http://localhost:3000/login',
    apiOrigins: ['http://localhost:3000'],
  },
};
