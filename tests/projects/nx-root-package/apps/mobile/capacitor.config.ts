import type { CapacitorConfig } from '@capacitor/cli';

const config: CapacitorConfig = {
    appId: 'com.acme.mobile',
    appName: 'mobile',
    webDir: '../../dist/apps/mobile/browser',
};

export default config;
