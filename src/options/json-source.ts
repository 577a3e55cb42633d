import { getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { CliError } from '../model/errors.ts';
import { canonical } from '../text/text.ts';
import { shortened } from './shortened.ts';
import type { Source } from './sources.ts';

/** One member of the object, in file order. */
interface Member {
  readonly key: string;
  readonly value: unknown;
  /** 1-based. */
  readonly line: number;
}

/** A text that options are read from. */
interface JsonText {
  readonly source: string;
  /** Names the text in messages. */
  readonly path: string;
  /** What it is when the text is no JSON: a file that is damaged, or something typed wrong. */
  readonly code: 'UNREADABLE' | 'USAGE';
}

/**
 * Options from the text of a JSON object; `$schema` is for editors.
 * @throws CliError with line and column when it is no JSON object: no comments, no trailing commas
 */
export function readJsonSource({ source, path, code }: JsonText): Source {
  const text = canonical(source);
  const members = membersOf({ path, text, code }).filter(({ key }) => key !== '$schema');
  const lines = new Map(members.map(({ key, line }) => [key, line]));
  return {
    values: Object.fromEntries(members.map(({ key, value }) => [key, value])),
    place: (key) => `${shortened(key)} (${[path, lines.get(key)].filter((part) => part !== undefined).join(':')})`,
    isJson: true,
    problems: repeated(members, path),
  };
}

function membersOf(whole: Text): Member[] {
  const { text } = whole;
  const errors: ParseError[] = [];
  const tree = parseWithin(whole, errors);
  const [first] = errors;
  if (first) throw unreadable(whole, { offset: first.offset, what: describe(first) });
  if (tree?.type !== 'object') throw unreadable(whole, { offset: 0, what: 'an object in braces was expected' });
  return (tree.children ?? []).map(({ children: [key, value] = [] }) => ({
    key: String(key?.value),
    value: value === undefined ? undefined : valueOf(value),
    line: text.slice(0, key?.offset).split('\n').length,
  }));
}

/** The parser calls itself for every bracket: a file of brackets must not end the run as an internal error. */
function parseWithin(whole: Text, errors: ParseError[]): Node | undefined {
  const depth = deepest(whole.text);
  if (depth > most) throw unreadable(whole, { offset: 0, what: 'it is nested too deeply' });
  return parseTree(whole.text, errors, { disallowComments: true, allowTrailingComma: false });
}

/** No option needs more than three. */
const most = 100;

function deepest(text: string): number {
  let depth = 0;
  let found = 0;
  const withoutTexts = text.replaceAll(/"(?:[^"\\\n]|\\.)*"/g, '');
  for (const character of withoutTexts.replaceAll(/[^[\]{}]/g, '')) {
    depth += character === '[' || character === '{' ? 1 : -1;
    found = Math.max(found, depth);
  }
  return found;
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

interface Text extends Pick<JsonText, 'path' | 'code'> {
  readonly text: string;
}

function unreadable({ path, text, code }: Text, { offset, what }: { offset: number; what: string }): CliError {
  const before = text.slice(0, offset).split('\n');
  return new CliError(code, `${path} is not valid JSON: ${what}.`, {
    where: { path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
    hint: 'Correct the file, then run the command again.',
  });
}
