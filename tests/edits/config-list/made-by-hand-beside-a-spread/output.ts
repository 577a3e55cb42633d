import { plugins } from './plugins';

export default {
  appId: 'x',
  plugins: { ...plugins, CapacitorIdentityVault: { authOrigins: ['https://login.example.com'] } },
};
