export const environment: { production: boolean; apiUrl: string } = {
  production: true,
  apiUrl: 'https://api.example.com',
};
