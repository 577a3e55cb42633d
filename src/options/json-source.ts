import { getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { CliError } from '../errors.ts';
import { canonical } from '../text.ts';
import type { Source } from './sources.ts';

/** One member of the object, in file order. */
interface Member {
  readonly key: string;
  readonly value: unknown;
  /** 1-based. */
  readonly line: number;
}

/**
 * Options from the text of a JSON object; `$schema` is for editors.
 * @param path names the text in messages
 * @throws CliError `UNREADABLE` with line and column when it is no JSON object: no comments, no trailing commas
 */
export function readJsonSource(source: string, path: string): Source {
  const text = canonical(source);
  const members = membersOf(text, path).filter(({ key }) => key !== '$schema');
  const lines = new Map(members.map(({ key, line }) => [key, line]));
  return {
    values: Object.fromEntries(members.map(({ key, value }) => [key, value])),
    place: (key) => `${key} (${[path, lines.get(key)].filter((part) => part !== undefined).join(':')})`,
    isJson: true,
    problems: repeated(members, path),
  };
}

function membersOf(text: string, path: string): Member[] {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first) throw unreadable({ path, text }, { offset: first.offset, what: describe(first) });
  if (tree?.type !== 'object')
    throw unreadable({ path, text }, { offset: 0, what: 'an object in braces was expected' });
  return (tree.children ?? []).map(({ children: [key, value] = [] }) => ({
    key: String(key?.value),
    value: value === undefined ? undefined : valueOf(value),
    line: text.slice(0, key?.offset).split('\n').length,
  }));
}

function valueOf(node: Node): unknown {
  return getNodeValue(node) as unknown;
}

function repeated(members: readonly Member[], path: string): string[] {
  return members
    .filter(({ key }, index) => members.findIndex((other) => other.key === key) < index)
    .map(({ key, line }) => `${key} (${path}:${String(line)}): is there twice; keep one of them`);
}

const explained: Readonly<Record<string, string>> = {
  InvalidCommentToken: 'comments are not allowed',
  CommaExpected: 'a comma is missing',
  ColonExpected: 'a colon is missing',
  ValueExpected: 'a value is missing, or there is a comma too many',
  PropertyNameExpected: 'the name of an option in double quotes was expected, or there is a comma too many',
  CloseBraceExpected: 'the closing brace is missing',
  CloseBracketExpected: 'the closing bracket is missing',
  EndOfFileExpected: 'there is more behind the closing brace',
  UnexpectedEndOfString: 'a closing double quote is missing',
  InvalidSymbol: 'this is no JSON value; texts need double quotes',
};

function describe({ error }: ParseError): string {
  const name = printParseErrorCode(error);
  return explained[name] ?? name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
}

interface Text {
  readonly path: string;
  readonly text: string;
}

function unreadable({ path, text }: Text, { offset, what }: { offset: number; what: string }): CliError {
  const before = text.slice(0, offset).split('\n');
  return new CliError('UNREADABLE', `${path} is not valid JSON: ${what}.`, {
    where: { path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
    hint: 'Correct the file, then run the command again.',
  });
}
