export const environment = {
  production: false,
  apiUrl: 'http://localhost:3000',
  identityVault: {
    loginUrl: 'http://localhost:3000/login',
    apiOrigins: ['http://localhost:3000']
  }
};
