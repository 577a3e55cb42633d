import { frameworks } from '../../frameworks/frameworks.ts';
import type { FactsBase } from '../../model/facts.ts';
import { entriesBefore, entriesBehind } from '../entries/entries.ts';
import type { AnyOption } from '../option.ts';
import type { OptionKey, Options } from '../options.ts';

/** An option as the catalog has it: whether it is relevant may depend on every other one. */
export interface CatalogOption extends AnyOption<OptionKey, Options> {
  /** The only framework whose apps have it; every app has it where absent. */
  readonly framework?: string;
}

const known = {
  ids: Object.keys(frameworks),
  reservedNames: new Set(Object.values(frameworks).flatMap(({ reservedNames }) => [...reservedNames])),
};

/** Their keys and values are known to the framework's own code alone: here they are options like any other. */
const ownOptions = Object.values(frameworks).flatMap(({ id, options }) =>
  options.map((option) => ({ ...option, framework: id }) as CatalogOption),
);

/** Every option, in the order of identity-vault.config.json. */
export const catalog: readonly CatalogOption[] = [...entriesBefore(known), ...ownOptions, ...entriesBehind];

interface OfFramework {
  readonly framework: Pick<FactsBase, 'id'>;
}

/** The options that an app has: those of other frameworks are none of its own. */
export function optionsFor({ framework: { id } }: OfFramework): readonly CatalogOption[] {
  return catalog.filter(({ framework = id }) => framework === id);
}

/** `lockAfter` as a flag: `lock-after`. */
export function flagName(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** `lockAfter` as an environment variable: `IDENTITY_VAULT_LOCK_AFTER`. */
export function variableName(key: string): string {
  return `IDENTITY_VAULT_${key.replaceAll(/[A-Z]/g, '_$&').toUpperCase()}`;
}
