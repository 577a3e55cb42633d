/**
 * For an app's tests: vaults in memory, a person who answers the prompts, time that runs on command.
 * Never import this from the app itself: nothing here protects anything.
 *
 * @packageDocumentation
 */
export type { BiometricOutcome, TestVault, TestVaultOptions } from './test-vault.ts';
export { useTestVault } from './use-test-vault.ts';
