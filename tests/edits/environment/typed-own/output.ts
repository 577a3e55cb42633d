import { Environment } from './environment.model';

export const environment: Environment = {
  production: true,
  apiUrl: 'https://api.example.com',
  identityVault: {
    loginUrl: 'https://api.example.com/login',
    apiOrigins: ['https://api.example.com'],
  },
};
