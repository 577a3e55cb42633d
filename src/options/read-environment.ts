import { catalog, flagName, variableName } from './catalog.ts';
import type { Written } from './options.ts';
import type { Source } from './sources.ts';

/** `IDENTITY_VAULT_*`. An empty variable counts as not set, as CI systems leave them. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Source {
  const given = catalog
    .map(({ key }) => [key, env[variableName(key)]] as const)
    .filter(([, value]) => value !== undefined && value !== '');
  return { values: Object.fromEntries(given), place: variableName };
}

export function flagSource(values: Written): Source {
  return { values, place: (key) => `--${flagName(key)}` };
}

export function promptSource(values: Written): Source {
  return { values, place: () => 'your answer' };
}
