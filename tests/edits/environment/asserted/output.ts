import { Environment } from './environment.model';

export const environment = <Environment & {
  identityVault: { loginUrl: string; apiOrigins: readonly string[] };
}>{
  production: true,
  identityVault: {
    loginUrl: 'https://api.example.com/login',
    apiOrigins: ['https://api.example.com'],
  },
};
