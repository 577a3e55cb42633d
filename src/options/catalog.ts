import { appOptions, codeOptions } from './catalog/code.ts';
import { installOptions } from './catalog/install.ts';
import { promptOptions } from './catalog/prompts.ts';
import { pathOptions, routeOptions } from './catalog/routes.ts';
import { sessionOptions } from './catalog/session.ts';
import { vaultOptions } from './catalog/vault.ts';
import type { AnyOption } from './option.ts';

/** Every option, in the order of identity-vault.config.json. */
export const catalog: readonly AnyOption[] = [
  ...appOptions,
  ...vaultOptions,
  ...promptOptions,
  ...sessionOptions,
  ...routeOptions,
  ...codeOptions,
  ...pathOptions,
  ...installOptions,
];

/** `lockAfter` as a flag: `lock-after`. */
export function flagName(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** `lockAfter` as an environment variable: `IDENTITY_VAULT_LOCK_AFTER`. */
export function variableName(key: string): string {
  return `IDENTITY_VAULT_${key.replaceAll(/[A-Z]/g, '_$&').toUpperCase()}`;
}
