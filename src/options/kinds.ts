import { sessionFieldTypes, type SessionField, type SessionFieldType } from './options.ts';

/** A value that was understood, or what would have been. */
export type Parsed<T> = { readonly value: T } | { readonly problem: string };

/** How values of one kind are read, printed for a flag, and described by JSON Schema. */
export interface Kind<T> {
  readonly name: 'boolean' | 'choice' | 'integer' | 'text' | 'list' | 'fields';
  /** Reads a JSON value, or the text of a flag or an environment variable. */
  parse(raw: unknown): Parsed<T>;
  /** As a flag's value; what {@link parse} reads back. */
  print(value: T): string;
  /** As a JSON value of the configuration file. */
  toJson(value: T): unknown;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly placeholder: string;
}

export const boolean: Kind<boolean> = {
  name: 'boolean',
  parse: (raw) => {
    if (raw === true || raw === 'true' || raw === '1') return { value: true };
    if (raw === false || raw === 'false' || raw === '0') return { value: false };
    return { problem: 'true or false' };
  },
  print: String,
  toJson: (value) => value,
  schema: { type: 'boolean' },
  placeholder: '',
};

export function choice<T extends string>(values: readonly T[]): Kind<T> {
  const isValue = (raw: unknown): raw is T => values.some((value) => value === raw);
  return {
    name: 'choice',
    parse: (raw) => (isValue(raw) ? { value: raw } : { problem: `one of ${values.join(', ')}` }),
    print: (value) => value,
    toJson: (value) => value,
    schema: { enum: values },
    placeholder: `<${values.length > 3 ? 'mode' : values.join('|')}>`,
  };
}

const largest = 2_147_483_647;

/** Milliseconds, up to what a timer can count. */
export const milliseconds: Kind<number> = {
  name: 'integer',
  parse: (raw) => {
    const value = typeof raw === 'string' && /^\d+$/.test(raw) ? Number(raw) : raw;
    const isValid = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= largest;
    return isValid ? { value } : { problem: `a whole number of milliseconds from 0 to ${String(largest)}` };
  },
  print: String,
  toJson: (value) => value,
  schema: { type: 'integer', minimum: 0, maximum: largest },
  placeholder: '<ms>',
};

/** One line of text; `pattern` narrows it, `what` says to what. */
export interface TextRule {
  readonly what: string;
  readonly pattern: RegExp;
  readonly placeholder: string;
  /** A check a pattern can't make. */
  readonly accepts?: (value: string) => boolean;
}

export function text({ what, pattern, placeholder, accepts = () => true }: TextRule): Kind<string> {
  return {
    name: 'text',
    parse: (raw) => (typeof raw === 'string' && pattern.test(raw) && accepts(raw) ? { value: raw } : { problem: what }),
    print: (value) => value,
    toJson: (value) => value,
    schema: { type: 'string', pattern: pattern.source },
    placeholder,
  };
}

/** Values separated by commas in a flag, an array in JSON. */
export function list(item: Kind<string>): Kind<readonly string[]> {
  return {
    name: 'list',
    parse: (raw) => {
      const items = typeof raw === 'string' ? split(raw) : raw;
      if (!Array.isArray(items)) return { problem: `a list: ${describeItem(item)}, separated by commas` };
      const parsed = items.map((value: unknown) => item.parse(value));
      const bad = parsed.find((result) => 'problem' in result);
      if (bad) return { problem: `a list, each ${bad.problem}` };
      return { value: [...new Set(parsed.flatMap((result) => ('value' in result ? [result.value] : [])))] };
    },
    print: (value) => value.join(','),
    toJson: (value) => value,
    schema: { type: 'array', items: item.schema, uniqueItems: true },
    placeholder: item.placeholder.replace('>', ',…>'),
  };
}

function describeItem(item: Kind<string>): string {
  const result = item.parse(undefined);
  return 'problem' in result ? result.problem : 'text';
}

const fieldPattern = /^([A-Za-z_$][\w$]*)\s*:\s*([a-z]+(?:\[\])?)$/;
const inherited = ['username', 'token'];

/** `email:string,age:number`; in JSON an array of such texts. */
export const sessionFields: Kind<readonly SessionField[]> = {
  name: 'fields',
  parse: (raw) => {
    const items = typeof raw === 'string' ? split(raw) : raw;
    const problem = `fields as name:type, separated by commas; types: ${sessionFieldTypes.join(', ')}; not ${inherited.join(' or ')}`;
    if (!Array.isArray(items)) return { problem };
    const fields = items.map((item: unknown) => parseField(item));
    const names = new Set(fields.map((field) => field?.name));
    return fields.every((field) => field !== undefined) && names.size === fields.length
      ? { value: fields }
      : { problem };
  },
  print: (value) => value.map(printField).join(','),
  toJson: (value) => value.map(printField),
  schema: { type: 'array', items: { type: 'string', pattern: fieldPattern.source } },
  placeholder: '<name:type,…>',
};

function parseField(item: unknown): SessionField | undefined {
  const match = typeof item === 'string' ? fieldPattern.exec(item.trim()) : null;
  const [, name, type] = match ?? [];
  if (name === undefined || inherited.includes(name) || name === '__proto__') return undefined;
  const known = sessionFieldTypes.find((candidate): candidate is SessionFieldType => candidate === type);
  return known === undefined ? undefined : { name, type: known };
}

const printField = ({ name, type }: SessionField): string => `${name}:${type}`;

function split(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
