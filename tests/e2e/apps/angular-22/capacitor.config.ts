import type { CapacitorConfig } from '@capacitor/cli';

const config: CapacitorConfig = {
  appId: 'io.example.journal',
  appName: 'Journal',
  webDir: 'dist/journal/browser',
};

export default config;
