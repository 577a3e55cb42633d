import { Environment } from './environment.model';

export const environment: Environment = {
  production: true,
  identityVault: { loginUrl: 'https://api.example.com/login', apiOrigins: [] },
};
