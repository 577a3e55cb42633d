export { BrowserVault } from './v6/browser-vault.ts';
export * from './definitions/definitions.ts';
export { Device } from './v6/device.ts';
export { DeviceError } from './definitions/device-error.ts';
export { identityVaultPlugin } from './v4/identity-vault-plugin.ts';
export { IonicIdentityVaultUser } from './v4/ionic-identity-vault-user.ts';
export { passcodeRules } from './vaults/platform.ts';
export { Vault } from './v6/vault.ts';
export { isVaultError, VaultError } from './definitions/vault-error.ts';
