export const environment = {
  production: false,
  identityVault: {
    loginUrl: '',
    apiOrigins: [],
  },
};
