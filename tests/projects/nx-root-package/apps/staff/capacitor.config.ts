import type { CapacitorConfig } from '@capacitor/cli';

const config: CapacitorConfig = {
    appId: 'com.acme.staff',
    appName: 'staff',
    webDir: '../../dist/apps/staff/browser',
};

export default config;
