import { closest } from './closest.ts';
import { kind, type Kind, type Misunderstood, type Parsed } from './kinds.ts';
import { sessionFieldTypes, type SessionField } from './session-field.ts';

/** Texts: an array in JSON, separated by commas where a person types them. */
export function list(item: Kind<string>): Kind<readonly string[]> {
  const reading = {
    json: (json: unknown): Parsed<string[]> => {
      const values = parseItems(json, (value) => item.parseJson(value));
      return 'problem' in values ? values : withoutRepetition(values.value, (value) => value);
    },
    typed: (typed: string): Parsed<string[]> => {
      const values = parseItems(split(typed), (value) => item.parse(value));
      return 'problem' in values ? values : { value: [...new Set(values.value)] };
    },
  };
  return kind<readonly string[]>(reading, {
    name: 'list',
    print: (value) => value.map((part) => item.print(part)).join(','),
    schema: { type: 'array', items: item.schema, uniqueItems: true },
    placeholder: item.placeholder.replace('>', ',…>'),
  });
}

/** Inherited by every session; `__proto__` as a key of an object is not a field at all. */
const notFields = ['username', 'token', '__proto__'];
const fieldPattern = new RegExp(
  `^(?!(?:${notFields.join('|')}):)[A-Za-z_$][A-Za-z0-9_$]*:(?:string|number|boolean)(?:\\[\\])?$`,
);
const namePattern = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** `email:string,age:number`; in JSON an array of such texts. */
export const sessionFields: Kind<readonly SessionField[]> = kind<readonly SessionField[]>(
  {
    json: parseFields,
    typed: (typed) => parseFields(split(typed).map((field) => field.replace(/\s*:\s*/, ':'))),
  },
  {
    name: 'fields',
    print: (value) => value.map(printField).join(','),
    schema: { type: 'array', items: { type: 'string', pattern: fieldPattern.source }, uniqueItems: true },
    placeholder: '<name:type,…>',
    toJson: (value) => value.map(printField),
  },
);

function parseFields(json: unknown): Parsed<readonly SessionField[]> {
  const fields = parseItems(json, parseField);
  return 'problem' in fields ? fields : withoutRepetition(fields.value, ({ name }) => name);
}

function parseField(json: unknown): Parsed<SessionField> {
  const colon = typeof json === 'string' ? json.lastIndexOf(':') : -1;
  if (typeof json !== 'string' || colon < 0) return { problem: 'a field as name:type, like email:string' };
  const name = json.slice(0, colon);
  const written = json.slice(colon + 1);
  if (notFields.includes(name)) return { problem: 'a field to add: every session has username and token' };
  if (!namePattern.test(name)) return { problem: 'a field with a name that TypeScript takes, like email:string' };
  const type = sessionFieldTypes.find((candidate) => candidate === written);
  if (type !== undefined) return { value: { name, type } };
  const meant = closest(written, sessionFieldTypes);
  const problem = `a field of type ${sessionFieldTypes.join(', ')}`;
  return meant === undefined ? { problem } : { problem, suggestion: `${name}:${meant}` };
}

function parseItems<T>(json: unknown, parse: (item: unknown) => Parsed<T>): Parsed<T[]> {
  if (!Array.isArray(json)) return { problem: 'a list' };
  const values: T[] = [];
  for (const item of json as unknown[]) {
    const parsed = parse(item);
    if ('problem' in parsed) return { part: item, ...parsed };
    values.push(parsed.value);
  }
  return { value: values };
}

function withoutRepetition<T>(values: T[], nameOf: (value: T) => string): { value: T[] } | Misunderstood {
  const names = values.map(nameOf);
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  return repeated === undefined ? { value: values } : { problem: 'allowed twice', part: repeated };
}

const printField = ({ name, type }: SessionField): string => `${name}:${type}`;

function split(typed: string): string[] {
  return typed
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
