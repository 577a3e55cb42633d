import type { Project } from '../model/project.ts';
import type { Auth } from './auth.ts';
import type { Kind } from './kinds.ts';
import type { Offer } from './offer.ts';

/** A value found in the app, or the catalog's own; `undefined` when there is none to be had. */
export interface Fallback<T> {
  readonly value: T | undefined;
  readonly origin: 'detected' | 'default';
  /** The app doesn't say so for sure: where there is a person, they are asked among the first questions. */
  readonly isGuess?: boolean;
}

/**
 * The options that defaults of other options depend on, as far as they were given. All of `Options` can't be named here:
 * it follows from the entries, and their defaults are part of them.
 */
interface GivenPages {
  readonly auth?: Auth;
  readonly loginPage?: 'generate' | 'existing';
  readonly loginPath?: string;
  readonly unlockPath?: string;
  readonly homePath?: string;
}

/** What a default may depend on: the app, and the options that were given. */
export interface DefaultContext {
  readonly project: Project;
  readonly given: GivenPages;
}

/** Where a value comes from that nobody gave; `constant` where it is the same in every app. */
interface DefaultRule<T> {
  (context: DefaultContext): Fallback<T>;
  readonly constant?: T;
}

/** One value of a choice, for people. */
export interface ChoiceWords {
  /** What it is called in a list. */
  readonly label: string;
  /** Beside the label, in a few words. */
  readonly hint: string;
  /** What follows from it. */
  readonly text: string;
}

/** Options that are asked and listed together, and what the group is called. */
export const groups = {
  app: 'App',
  vault: 'Vault',
  session: 'Session and API',
  oidc: 'OpenID Connect',
  routes: 'Pages and routes',
  prompts: 'Prompts your users see',
  code: 'Generated code',
  ios: 'Face ID on iOS',
  install: 'Installation',
} as const;

export type Group = keyof typeof groups;

/**
 * One option, declared once: flag, variable, configuration key, prompt, schema, documentation and the type of its value
 * follow from it. `Needs` are the options that {@link relevant} and {@link offers} read.
 */
export interface Option<Key extends string, Value, IsRequired extends boolean, Needs> {
  readonly key: Key;
  readonly kind: Kind<Value>;
  readonly group: Group;
  /** When a person is asked: among the first questions, under "Customise more?" unless the app leaves it open, or never. */
  readonly ask: 'first' | 'more' | 'never';
  /** What it is, in a few words: the flag's line in the help. */
  readonly help: string;
  /** What a person is asked, where that says more than {@link help}. */
  readonly question?: string;
  /** Said in a first run in place of {@link consequence}, which may be about runs after it. */
  readonly firstHint?: string;
  /** What follows from the choice; shown in prompts and documentation. */
  readonly consequence: string;
  readonly choices?: Readonly<Record<string, ChoiceWords>>;
  readonly fallback: DefaultRule<Value>;
  /** The only way of signing in that it is for; for all of them where absent. */
  readonly auth?: Auth;
  /** Would another value change anything, in this app and with the options chosen so far? Always, unless declared. */
  readonly relevant?: (options: Needs, project: Project) => boolean;
  /** What the app has to choose from; asked as the kind says where it gives nothing. */
  readonly offers?: (options: Needs, project: Project) => Offer | undefined;
  /** What the value is the name of in the generated code, which can't have two things of one name. */
  readonly names?: Named;
  /** Must have a value; where the fallback has none, somebody has to give it. */
  readonly required: IsRequired;
  /** Must have one where it is relevant. */
  readonly requiredWhereRelevant?: true;
  /** False for what affects no file. */
  readonly inConfig: boolean;
}

/** Something in the generated code that is named by an option. */
interface Named {
  /** With its article: `a service`. */
  readonly what: string;
  /** What it is called in an app that has nothing of that name. */
  readonly usual: string;
}

/** An option of any key and value. */
export type AnyOption<Key extends string = string, Needs = never> = Option<Key, unknown, boolean, Needs>;

/** The values of options, by key; those that need no value may be absent. */
export type OptionsOf<C extends readonly AnyOption[]> = Together<
  { readonly [O in C[number] as O['required'] extends true ? O['key'] : never]: OptionValue<O> } & {
    readonly [O in C[number] as O['required'] extends true ? never : O['key']]?: OptionValue<O>;
  }
>;

type OptionValue<O> = O extends { readonly kind: Kind<infer Value> } ? Value : never;

/** One object type, so that messages of the compiler name members and not how they came about. */
type Together<T> = { [K in keyof T]: T[K] };

/** The same default in every app. */
export function always<const T>(value: T): DefaultRule<T> {
  return Object.assign((): Fallback<T> => ({ value, origin: 'default' }), { constant: value });
}

/** A default that there is only where users sign in so: the configuration of any other app is free of it. */
export function onlyWith<T>(auth: Auth, rule: DefaultRule<T>): DefaultRule<T> {
  const none: Fallback<T> = { value: undefined, origin: 'default' };
  const only = (context: DefaultContext): Fallback<T> => (context.given.auth === auth ? rule(context) : none);
  return rule.constant === undefined ? only : Object.assign(only, { constant: rule.constant });
}

/** The default as a person types it; absent where it depends on the app. */
export function printedDefault({ kind, fallback: { constant } }: AnyOption): string | undefined {
  return constant === undefined ? undefined : kind.print(constant);
}

interface OptionDeclaration<Value, IsRequired extends boolean, Needs> extends Omit<
  Option<never, Value, IsRequired, Needs>,
  'key' | 'inConfig' | 'required' | 'fallback'
> {
  readonly fallback: DefaultRule<NoInfer<Value>>;
  readonly required?: IsRequired;
  readonly inConfig?: boolean;
}

/** Fills in what most options share. A rule of relevance names the options it reads, such as `WithAuthMode`. */
export function option<const Key extends string, Value, const IsRequired extends boolean = true, Needs = unknown>(
  key: Key,
  declared: OptionDeclaration<Value, IsRequired, Needs>,
): Option<Key, Value, IsRequired, Needs> {
  return { inConfig: true, ...declared, required: (declared.required ?? true) as IsRequired, key };
}
