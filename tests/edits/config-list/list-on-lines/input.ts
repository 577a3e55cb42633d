export default {
  plugins: {
    CapacitorIdentityVault: {
      authOrigins: [
        'https://a.example.com', // ours
      ],
    },
  },
};
