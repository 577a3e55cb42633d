export default {
  appId: "x",
  appName: "app",
  webDir: "www",
  plugins: {
    CapacitorIdentityVault: {
      authOrigins: ["https://login.example.com"],
    },
  },
};
