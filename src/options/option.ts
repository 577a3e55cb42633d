import type { Project } from '../model/project.ts';
import type { Kind } from './kinds.ts';
import type { OptionKey, Options } from './options.ts';

/** A value found in the app, or the catalog's own; `undefined` when there is none to be had. */
export interface Fallback<T> {
  readonly value: T | undefined;
  readonly origin: 'detected' | 'default';
}

/** What a default may depend on: the app, and the options that were given. */
export interface DefaultContext {
  readonly project: Project;
  readonly given: Partial<Options>;
}

/** Where a value comes from that nobody gave; `constant` where it is the same in every app. */
export interface DefaultRule<T> {
  (context: DefaultContext): Fallback<T>;
  readonly constant?: T;
}

/** Options that are asked and listed together, and what the group is called. */
export const groups = {
  app: 'App',
  vault: 'Vault',
  session: 'Session and API',
  routes: 'Pages and routes',
  prompts: 'Prompts your users see',
  code: 'Generated code',
  ios: 'Face ID on iOS',
  install: 'Installation',
} as const;

export type Group = keyof typeof groups;

/** One option, declared once: flag, variable, configuration key, prompt, schema and documentation follow from it. */
export interface Option<K extends OptionKey = OptionKey> {
  readonly key: K;
  readonly kind: Kind<NonNullable<Options[K]>>;
  readonly group: Group;
  /** When a person is asked: among the first questions, under "Customise more?", or never. */
  readonly ask: 'first' | 'more' | 'never';
  /** The question, and the flag's line in the help. */
  readonly help: string;
  /** What follows from the choice; shown in prompts and documentation. */
  readonly consequence: string;
  /** What follows from each value of a choice. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly fallback: DefaultRule<NonNullable<Options[K]>>;
  /** Must have a value; where the fallback has none, somebody has to give it. */
  readonly required: boolean;
  /** False for what affects no file. */
  readonly inConfig: boolean;
}

/** Any option with its own value type. */
export type AnyOption = { [K in OptionKey]: Option<K> }[OptionKey];

/** The same default in every app. */
export function always<T>(value: T): DefaultRule<T> {
  return Object.assign((): Fallback<T> => ({ value, origin: 'default' }), { constant: value });
}

/** The default as a person types it; absent where it depends on the app. */
export function printedDefault({ kind, fallback }: AnyOption): string | undefined {
  const { constant } = fallback;
  return constant === undefined ? undefined : (kind.print as (value: unknown) => string)(constant);
}

type Declared<K extends OptionKey> = Omit<Option<K>, 'key' | 'inConfig' | 'required'> &
  Partial<Pick<Option<K>, 'inConfig' | 'required'>>;

/** Fills in what most options share. */
export function option<K extends OptionKey>(key: K, declared: Declared<K>): Option<K> {
  return { inConfig: true, required: true, ...declared, key };
}
