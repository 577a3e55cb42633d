export const environment = {
  identityVault: {
    loginUrl: 'https://api.example.com/login',
    apiOrigins: ['https://api.example.com'],
  },
};
