import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { CliError } from '../model/errors.ts';
import { isObject, type JsonObject } from './json.ts';
import { canonical } from './text.ts';
import type { AppPath, Tree } from '../model/tree.ts';

/**
 * A JSON object with comments and trailing commas, as TypeScript's own tools write them.
 * @throws CliError `UNREADABLE` with line and column when it can't be parsed.
 */
export function readJson(tree: Tree, path: AppPath): JsonObject | undefined {
  const source = tree.read(path);
  if (source === undefined) return undefined;
  const text = canonical(source);
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first) throw unparsable(path, text, { offset: first.offset, what: printParseErrorCode(first.error) });
  if (!isObject(value)) throw unparsable(path, text, { offset: 0, what: 'not an object' });
  return value;
}

function unparsable(path: AppPath, text: string, problem: { offset: number; what: string }): CliError {
  const before = text.slice(0, problem.offset).split('\n');
  const where = { path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return new CliError('UNREADABLE', `${path} is not valid JSON: ${problem.what}.`, {
    where,
    hint: 'Correct the file, then run the command again.',
  });
}
