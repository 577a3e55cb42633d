export const environment = {
  production: true,
  apiUrl: 'http://localhost:4300',
  partnerUrl: 'http://localhost:4400',
};
