export * from './definitions.ts';
export { identityVaultPlugin } from './identity-vault-plugin.ts';
export { IonicIdentityVaultUser } from './ionic-identity-vault-user.ts';
export { passcodeRules } from './platform.ts';
export { isVaultError, VaultError } from './vault-error.ts';
