import { Environment } from './environment.model';

export const environment: Environment = {
  production: true,
  apiUrl: 'https://api.example.com',
};
