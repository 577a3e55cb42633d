import {
  applyEdits,
  findNodeAtLocation,
  modify,
  parse,
  parseTree,
  printParseErrorCode,
  type ParseError,
} from 'jsonc-parser';
import { CliError } from '../errors.ts';
import { configPath } from '../state.ts';
import { canonical } from '../text.ts';
import { catalog } from './catalog.ts';
import type { AnyOption } from './option.ts';
import type { Options, Written } from './options.ts';
import type { Source } from './sources.ts';

const schemaReference = './node_modules/capacitor-identity-vault/config.schema.json';

/** @throws CliError `UNREADABLE` with line and column when it is no JSON object. */
export function readConfig(text: string): Source {
  return readJsonSource(text, configPath);
}

/** The file (or stdin) of `--answers`. */
export function readAnswers(text: string, fileName: string): Source {
  return readJsonSource(text, fileName);
}

function readJsonSource(source: string, path: string): Source {
  const text = canonical(source);
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { disallowComments: false, allowTrailingComma: true });
  const [first] = errors;
  if (first) throw unreadable(path, text, { offset: first.offset, what: printParseErrorCode(first.error) });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw unreadable(path, text, { offset: 0, what: 'an object was expected' });
  }
  const values = Object.fromEntries(Object.entries(value as Written).filter(([key]) => key !== '$schema'));
  const tree = parseTree(text);
  const lineOf = (key: string): string => {
    const node = tree && findNodeAtLocation(tree, [key]);
    return node ? `${path}:${String(text.slice(0, node.offset).split('\n').length)}` : path;
  };
  return { values, place: lineOf };
}

function unreadable(path: string, text: string, problem: { offset: number; what: string }): CliError {
  const before = text.slice(0, problem.offset).split('\n');
  return new CliError('UNREADABLE', `${path} is not valid JSON: ${problem.what}.`, {
    where: { path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
    hint: 'Correct the file, then run the command again.',
  });
}

/** The configuration file of complete options: flat, in catalog order, every option that affects a file. */
export function printConfig(options: Options): string {
  return `${JSON.stringify({ $schema: schemaReference, ...configValues(options) }, null, 2)}\n`;
}

/** A file that says the same keeps its bytes; otherwise only the values that differ are replaced. */
export function updateConfig(source: string, options: Options): string {
  const { values } = readConfig(source);
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };
  let text = canonical(source);
  for (const [key, value] of Object.entries(configValues(options))) {
    if (JSON.stringify(values[key]) === JSON.stringify(value)) continue;
    text = applyEdits(text, modify(text, [key], value, { formattingOptions }));
  }
  return text;
}

function configValues(options: Options): Record<string, unknown> {
  const values = catalog.filter(({ inConfig }) => inConfig).map((option) => [option.key, toJson(option, options)]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as Record<string, unknown>;
}

/** Key and kind belong together by construction of the catalog; TypeScript can't see that through the union. */
function toJson({ key, kind }: AnyOption, options: Options): unknown {
  const value = options[key];
  return value === undefined ? undefined : (kind.toJson as (value: unknown) => unknown)(value);
}
