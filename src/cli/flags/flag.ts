/**
 * A flag that says how a run goes, declared once: argument parser, help, `--json-help`, the type of its value and the
 * refusal of a command that has no use for it follow from this.
 */
export type Flag = Switch | TextFlag | ListFlag | ChoiceFlag;

interface FlagDeclaration {
  /** In camel case: `dryRun` is `--dry-run`. */
  readonly name: string;
  readonly alias?: `-${string}`;
  /** Its line in the help. */
  readonly help: string;
  readonly isHidden?: true;
  /** On a command that writes nothing it changes nothing: the help of such a command is without it. */
  readonly isOfWriting?: true;
}

/** There or not. */
interface Switch extends FlagDeclaration {
  readonly type: 'boolean';
  /** True unless it is said: `install` is `--no-install`. */
  readonly isNegative?: true;
}

interface TextFlag extends FlagDeclaration {
  readonly type: 'text';
  readonly placeholder: `<${string}>`;
}

/** Takes every word up to the next flag, and may be repeated. */
interface ListFlag extends FlagDeclaration {
  readonly type: 'list';
  readonly placeholder: `<${string}...>`;
}

interface ChoiceFlag extends FlagDeclaration {
  readonly type: 'choice';
  readonly placeholder: `<${string}>`;
  readonly choices: readonly string[];
  readonly default?: string;
}

/** What the commands read: a value for each of the flags. */
export type FlagValues<F extends readonly Flag[]> = {
  readonly [X in F[number] as X extends MayBeAbsent ? never : X['name']]: FlagValue<X>;
} & {
  readonly [X in F[number] as X extends MayBeAbsent ? X['name'] : never]?: FlagValue<X>;
};

type MayBeAbsent = TextFlag | (ChoiceFlag & { readonly default?: undefined });

type FlagValue<X extends Flag> = X extends Switch
  ? boolean
  : X extends ListFlag
    ? readonly string[]
    : X extends { readonly choices: readonly (infer Choice)[] }
      ? Choice
      : string;
