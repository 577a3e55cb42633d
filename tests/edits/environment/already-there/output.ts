export const environment = {
  production: true,
  identityVault: {
    loginUrl: 'https://id.example.com/oauth/token',
    apiOrigins: ['https://api.example.com', 'https://files.example.com'],
  },
};
