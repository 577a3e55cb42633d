import type { CapacitorConfig } from '@capacitor/cli';

// Evaluating this file would throw: it must only ever be read.
if (!process.argv.includes('ios')) throw new Error('no platform');

const config: CapacitorConfig = {
  appId: 'io.example.plain',
  appName: 'plain',
  webDir: 'dist/plain/browser',
};

export default config;
