import type { CapacitorConfig } from '@capacitor/cli';

const config: CapacitorConfig = { appId: 'com.example.app', appName: 'app', webDir: 'www' };

export default config;
