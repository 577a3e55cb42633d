import { origin } from './origin';

export default { plugins: { CapacitorIdentityVault: { authOrigins: [origin] } } };
