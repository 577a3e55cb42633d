import { catalog, flagName, variableName } from '../options/catalog/catalog.ts';
import { closest } from '../options/closest.ts';
import type { Written } from '../options/options.ts';
import type { Source } from '../options/sources.ts';

const prefix = variableName('');

/** `IDENTITY_VAULT_*`. An empty variable counts as not set, as CI systems leave them; an unknown one is a problem. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Source {
  const given = catalog
    .map(({ key }) => [key, env[variableName(key)]] as const)
    .filter(([, value]) => value !== undefined && value !== '');
  const known = catalog.map(({ key }) => variableName(key));
  const unknown = Object.keys(env).filter(
    (name) => name.startsWith(prefix) && env[name] !== '' && !known.includes(name),
  );
  const problems = unknown.map((name) => {
    const near = closest(name, known);
    return `${name}: there is no such option${near === undefined ? '' : `; did you mean ${near}?`}`;
  });
  return { values: Object.fromEntries(given), place: variableName, problems };
}

/** What {@link flagsOf} gives. */
export function flagSource(values: Written): Source {
  return { values, place: (key) => `--${flagName(key)}` };
}

/** What `askOptions` gives. */
export function promptSource(values: Written): Source {
  return { values, place: (key) => `your answer for ${key}` };
}
