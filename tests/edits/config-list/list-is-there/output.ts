export default {
  plugins: {
    CapacitorIdentityVault: { authOrigins: ['https://login.example.com', 'https://tokens.example.com'] },
  },
};
