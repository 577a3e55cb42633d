import { catalog, flagName } from '../options/catalog/catalog.ts';
import type { AnyOption } from '../options/option.ts';
import { quote } from '../options/quote.ts';
import type { Resolved } from './resolved.ts';

/** The command that gives the same result without questions: it names what detection and defaults would not give. */
export function replayCommand({ options, chosen }: Pick<Resolved, 'options' | 'chosen'>, folder = ''): string {
  const flags = catalog
    .filter(({ key }) => chosen.includes(key))
    .flatMap((option) => flagFor(option, options[option.key]));
  const where = folder === '' ? [] : ['-C', quote(folder)];
  return ['npx create-identity-vault', ...where, ...flags, '--yes'].join(' ');
}

function flagFor({ key, kind }: AnyOption, value: unknown): string[] {
  if (value === undefined) return [];
  const name = flagName(key);
  if (kind.name === 'boolean') return [value === true ? `--${name}` : `--no-${name}`];
  return [`--${name}=${quote(kind.print(value))}`];
}
