import type { Entries } from './entries/entries.ts';
import type { OptionsOf } from './option.ts';

/**
 * Every option that all apps have, complete and validated. Keys and types follow from the entries of the catalog, and so
 * does what each one means. An app has the options of its framework besides, which the framework's own code knows.
 */
export type Options = OptionsOf<Entries>;

export type OptionKey = keyof Options;

/** Raw values from one source: not validated, by key; unknown keys included, so that they can be reported. */
export type Written = Readonly<Record<string, unknown>>;

/** Where an option's value came from, strongest first. */
export const origins = ['prompt', 'flag', 'environment', 'answers', 'config', 'detected', 'default'] as const;
export type Provenance = (typeof origins)[number];
