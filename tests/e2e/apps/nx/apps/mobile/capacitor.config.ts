import type { CapacitorConfig } from '@capacitor/cli';

const config: CapacitorConfig = {
  appId: 'io.example.field',
  appName: 'Field',
  webDir: '../../dist/apps/mobile/browser',
};

export default config;
