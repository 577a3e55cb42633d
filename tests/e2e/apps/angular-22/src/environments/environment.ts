export const environment = {
  production: true,
  apiUrl: 'https://api.example.com',
  partnerUrl: 'https://partner.example.com',
};
