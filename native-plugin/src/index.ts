export { BrowserVault } from './browser-vault.ts';
export * from './definitions.ts';
export { Device } from './device.ts';
export { DeviceError } from './device-error.ts';
export { identityVaultPlugin } from './identity-vault-plugin.ts';
export { IonicIdentityVaultUser } from './ionic-identity-vault-user.ts';
export { passcodeRules } from './platform.ts';
export { Vault } from './vault.ts';
export { isVaultError, VaultError } from './vault-error.ts';
