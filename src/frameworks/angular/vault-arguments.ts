import { CliError } from '../../model/errors.ts';
import { promptOptions } from '../../options/entries/prompts.ts';
import { vaultOptions } from '../../options/entries/vault.ts';
import type { AnyOption } from '../../options/option.ts';
import type { Options } from '../../options/options.ts';
import { identifier, textLiteral } from './spelling.ts';

/** What a team decides about its vault: always written, also where it is the plugin's default. */
const decisions: ReadonlySet<string> = new Set([
  'authMode',
  'restoreSessionOnReady',
  'unlockOnReady',
  'unlockOnAccess',
  'lockAfter',
  'hideScreenOnBackground',
]);

/** What the plugin does where nothing is said; a test compares it. An option that is not in here is always written. */
export const pluginDefaults: Readonly<Record<string, unknown>> = {
  idleTimeout: 0,
  sessionTimeout: 0,
  allowSystemPinFallback: false,
  shouldClearVaultAfterTooManyFailedAttempts: true,
  androidPromptTitle: 'Please Authenticate',
  // An empty text is none.
  androidPromptSubtitle: '',
  androidPromptDescription: '',
  androidPromptNegativeButtonText: 'Cancel',
  iosPromptText: 'Authenticate to log in',
};

/** What the vault is created with, spelled by the kind of each option: the decisions by name, all others as lines. */
export function vaultArguments(options: Options): Record<string, string> {
  const given = [...vaultOptions, ...promptOptions].filter(({ key }) => key !== 'passcodePrompt');
  const spell = (option: (typeof given)[number]): string => spelled(option, options[option.key]);
  const named = given.filter(({ key }) => decisions.has(key));
  const others = given.filter(({ key }) => !decisions.has(key) && options[key] !== pluginDefaults[key]);
  return {
    ...Object.fromEntries(named.map((option) => [option.key, spell(option)])),
    otherOptions: others.map((option) => `      ${option.key}: ${spell(option)},\n`).join(''),
  };
}

function spelled({ key, kind }: AnyOption, value: unknown): string {
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value === 'string') return kind.name === 'choice' ? identifier(value) : textLiteral(value);
  throw new CliError('INTERNAL', `${key} has no spelling in the templates.`);
}
