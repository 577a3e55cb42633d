export const environment = {
  production: false,
  apiUrl: 'http://localhost:4300',
  partnerUrl: 'http://localhost:4400',
};
