import { Environment } from '@example/environment';

export const environment: Environment = {
  production: true,
  apiUrl: 'https://api.example.com',
};
