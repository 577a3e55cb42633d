import type { CapacitorConfig } from '@capacitor/cli';

const config: CapacitorConfig = {
  appId: 'io.example.notes',
  appName: 'Notes',
  webDir: 'dist/notes/browser',
  plugins: {
    CapacitorIdentityVault: {
      authOrigins: ['https://login.example.com'],
    },
  },
};

export default config;
