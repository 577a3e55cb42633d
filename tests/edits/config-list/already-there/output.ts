const origin = 'https://b.example.com';
export default {
  plugins: {
    CapacitorIdentityVault: { authOrigins: [`https://login.example.com`, origin] },
  },
};
