const config = {
  plugins: {
    CapacitorIdentityVault: {
      allowBridgeLogging: false, // never
      authOrigins: ['https://login.example.com'],
    },
  },
};

export = config;
