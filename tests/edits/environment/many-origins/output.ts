export const environment = {
  production: true,
  identityVault: {
    loginUrl: 'https://api.example.com/v1/sessions',
    apiOrigins: [
      'https://api.example.com',
      'https://files.example.com',
      'https://pictures.example.com',
      'https://search.example.com',
    ],
  },
};
