import { closest } from './closest.ts';

/** A value that was not understood. */
export interface Misunderstood {
  /** What would have been: a noun phrase that fits after "is not". */
  readonly problem: string;
  /** The part of the value that was not understood, where it isn't all of it. */
  readonly part?: unknown;
  /** What was probably meant. */
  readonly suggestion?: string;
}

export type Parsed<T> = { readonly value: T } | Misunderstood;

/** How values of one kind are read, printed, and described by JSON Schema. */
export interface Kind<T> {
  readonly name: 'boolean' | 'choice' | 'integer' | 'text' | 'list' | 'fields';
  /**
   * Reads what a person says: the text of a flag, an environment variable or an answer, with what people type for it
   * (`/home` for `home`); anything else as {@link parseJson} does.
   */
  parse(raw: unknown): Parsed<T>;
  /** Reads a value of a JSON file, exactly as {@link schema} describes it. */
  parseJson(json: unknown): Parsed<T>;
  /** As a flag's value; {@link parse} gives the same value back. */
  print(value: T): string;
  /** As a JSON value; {@link parseJson} gives the same value back. */
  toJson(value: T): unknown;
  readonly schema: Readonly<Record<string, unknown>>;
  /** What stands for the value in the help, e.g. `<ms>`; empty for a boolean. */
  readonly placeholder: string;
}

/** The two ways of reading a kind. */
interface Reading<T> {
  readonly json: (json: unknown) => Parsed<T>;
  readonly typed: (typed: string) => Parsed<T>;
}

type KindDescription<T> = Omit<Kind<T>, 'parse' | 'parseJson' | 'toJson'> & Partial<Pick<Kind<T>, 'toJson'>>;

/** A kind whose JSON values are the values themselves, unless `rest` says otherwise. */
export function kind<T>({ json, typed }: Reading<T>, rest: KindDescription<T>): Kind<T> {
  return {
    parse: (raw) => (typeof raw === 'string' ? typed(raw) : json(raw)),
    parseJson: json,
    toJson: (value) => value,
    ...rest,
  };
}

const words: Readonly<Record<string, boolean>> = {
  true: true,
  '1': true,
  yes: true,
  false: false,
  '0': false,
  no: false,
};

export const boolean: Kind<boolean> = kind<boolean>(
  {
    json: (json) => (typeof json === 'boolean' ? { value: json } : { problem: 'true or false' }),
    typed: (typed) => {
      const value = words[typed.trim().toLowerCase()];
      return value === undefined ? { problem: 'true or false' } : { value };
    },
  },
  { name: 'boolean', print: String, schema: { type: 'boolean' }, placeholder: '' },
);

export function choice<const T extends string>(values: readonly T[]): Kind<T> {
  const json = (raw: unknown): Parsed<T> => {
    const value = values.find((candidate) => candidate === raw);
    if (value !== undefined) return { value };
    const suggestion = typeof raw === 'string' ? closest(raw, values) : undefined;
    const problem = values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`;
    return suggestion === undefined ? { problem } : { problem, suggestion };
  };
  const placeholder = values.length > 4 ? '<mode>' : `<${values.join('|')}>`;
  const typed = (raw: string): Parsed<T> => json(raw.trim());
  return kind({ json, typed }, { name: 'choice', print: (value) => value, schema: { enum: values }, placeholder });
}

/** What a timer can count: almost 25 days. */
const largest = 2_147_483_647;

function parseMilliseconds(json: unknown): Parsed<number> {
  const isValid = typeof json === 'number' && Number.isSafeInteger(json) && json >= 0 && json <= largest;
  if (isValid) return { value: Math.abs(json) };
  const meant = typeof json === 'string' ? inMilliseconds(json) : json;
  const problem = `a whole number of milliseconds from 0 to ${String(largest)}`;
  return typeof json === 'string' && typeof meant === 'number' ? { problem, suggestion: String(meant) } : { problem };
}

/** As people write durations; a number alone is in milliseconds. */
const units: readonly (readonly [name: RegExp, factor: number])[] = [
  [/^(ms)?$/, 1],
  [/^s(ec(ond)?s?)?$/, 1000],
  [/^m(in(ute)?s?)?$/, 60_000],
  [/^h(ours?)?$/, 3_600_000],
];

/** The number; what was typed where it is no duration. */
function inMilliseconds(typed: string): unknown {
  const [, count, unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/.exec(typed.trim().toLowerCase()) ?? [];
  const factor = units.find(([name]) => name.test(unit))?.[1];
  // Of 0.1 s, the binary fraction is no whole number of milliseconds.
  return count === undefined || factor === undefined ? typed : Math.round(Number(count) * factor * 1000) / 1000;
}

export const milliseconds: Kind<number> = kind<number>(
  {
    json: parseMilliseconds,
    typed: (typed) => {
      const parsed = parseMilliseconds(inMilliseconds(typed));
      return 'problem' in parsed ? { problem: `${parsed.problem}, or a duration such as 5s or 2min` } : parsed;
    },
  },
  { name: 'integer', print: String, schema: { type: 'integer', minimum: 0, maximum: largest }, placeholder: '<ms>' },
);

interface TextRule {
  /** What is allowed: a noun phrase that fits after "is not". */
  readonly what: string;
  /** All of what is allowed, except for {@link accepts}. */
  readonly pattern: RegExp;
  readonly placeholder: string;
  /** A check that a pattern can't make. */
  readonly accepts?: (value: string) => boolean;
  /** What a person means who types it so: `home` for `/home`. A JSON value has to be exact. */
  readonly tidy?: (typed: string) => string;
  /** What was probably meant by a value that isn't allowed; what {@link tidy} gives unless declared. */
  readonly suggest?: (value: string) => string;
  /** How it is typed where that differs, such as `/` for the empty path in a list. */
  readonly print?: (value: string) => string;
}

export function text({ what: problem, pattern, placeholder, accepts = () => true, ...rule }: TextRule): Kind<string> {
  const { tidy = unchanged, suggest = tidy, print = unchanged } = rule;
  const isAllowed = (value: string): boolean => pattern.test(value) && accepts(value);
  const json = (raw: unknown): Parsed<string> => {
    if (typeof raw !== 'string') return { problem };
    if (isAllowed(raw)) return { value: raw };
    const suggestion = suggest(raw);
    return isAllowed(suggestion) ? { problem, suggestion } : { problem };
  };
  const typed = (raw: string): Parsed<string> => json(isAllowed(tidy(raw)) ? tidy(raw) : raw);
  return kind(
    { json, typed },
    { name: 'text', print, schema: { type: 'string', pattern: pattern.source }, placeholder },
  );
}

function unchanged(value: string): string {
  return value;
}
