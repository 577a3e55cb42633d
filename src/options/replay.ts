import { catalog, flagName } from './catalog.ts';
import type { AnyOption } from './option.ts';
import type { Resolved } from './resolve.ts';

/** The command that gives the same result without questions: everything that is neither detected nor a default. */
export function replayCommand({ options, provenance }: Pick<Resolved, 'options' | 'provenance'>): string {
  const given = catalog.filter(({ key }) => provenance[key] !== 'detected' && provenance[key] !== 'default');
  const flags = given.flatMap((option) => flagFor(option, options[option.key]));
  return ['npx create-identity-vault', ...flags, '--yes'].join(' ');
}

function flagFor({ key, kind }: AnyOption, value: unknown): string[] {
  if (value === undefined) return [];
  const name = flagName(key);
  if (kind.name === 'boolean') return [value === true ? `--${name}` : `--no-${name}`];
  return [`--${name}=${quote((kind.print as (value: unknown) => string)(value))}`];
}

/** For POSIX shells; plain words stay plain. */
function quote(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}
