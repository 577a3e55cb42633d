export * from './definitions.ts';
export { isVaultError, VaultError } from './vault-error.ts';
