const config = {
  plugins: {
    CapacitorIdentityVault: {
      allowBridgeLogging: false, // never
    },
  },
};

export = config;
