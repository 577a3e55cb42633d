export const environment = {
  production: true,
  apiUrl: 'https://api.example.com',
  identityVault: {
    loginUrl: 'https://api.example.com/login',
    refreshUrl: 'https://api.example.com/refresh',
    apiOrigins: ['https://api.example.com'],
  },
};
