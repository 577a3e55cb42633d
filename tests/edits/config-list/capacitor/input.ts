import type { CapacitorConfig } from '@capacitor/cli';

const config: CapacitorConfig = {
  appId: 'io.example.notes',
  appName: 'Notes',
  webDir: 'dist/notes/browser',
};

export default config;
