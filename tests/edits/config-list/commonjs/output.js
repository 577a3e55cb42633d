module.exports = {
  appId: 'io.example.phone',
  webDir: 'www',
  plugins: {
    CapacitorIdentityVault: {
      authOrigins: ['https://login.example.com'],
    },
  },
}
