import { entries } from './entries.ts';
import type { AnyOption } from './option.ts';
import type { OptionKey, Options } from './options.ts';

/** An option as the catalog has it: whether it is relevant may depend on every other one. */
export type CatalogOption = AnyOption<OptionKey, Options>;

/** Every option, in the order of identity-vault.config.json. */
export const catalog: readonly CatalogOption[] = entries;

/** `lockAfter` as a flag: `lock-after`. */
export function flagName(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** `lockAfter` as an environment variable: `IDENTITY_VAULT_LOCK_AFTER`. */
export function variableName(key: string): string {
  return `IDENTITY_VAULT_${key.replaceAll(/[A-Z]/g, '_$&').toUpperCase()}`;
}
