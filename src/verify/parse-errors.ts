import { posix } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { CompilerError } from '../model/verification.ts';

/** An error with the text of its line, which tells it from others once lines have moved. */
export interface FoundError extends CompilerError {
  /** Empty where the compiler doesn't show it. */
  readonly source: string;
}

interface Place {
  /** Absolute. */
  readonly root: string;
  /** Absolute; the compiler's paths start here. */
  readonly folder: string;
}

const headers = [
  /^(?<path>\S.*?):(?<line>\d+):(?<column>\d+) - error (?<code>[A-Z]+-?\d+): (?<message>.*)$/,
  /^(?<path>\S.*?)\((?<line>\d+),(?<column>\d+)\): error (?<code>[A-Z]+-?\d+): (?<message>.*)$/,
  /^error (?<code>[A-Z]+-?\d+): (?<message>.*)$/,
];

/** A line of the source, with its number: what stands on it may look like an error. */
const shownSource = /^ *\d+ (?<text>.*)$/;

/** The errors in what a compiler of TypeScript's family prints, in its pretty form (`a.ts:1:2 - error`) or its plain one. */
export function parseErrors(output: string, place: Place): FoundError[] {
  const [errors = ''] = stripVTControlCharacters(output).split(/^Found \d+ errors?\b/m);
  const lines = errors.split(/\r?\n/);
  const starts = lines.flatMap((line, index) => (headerOf(line) ? [index] : []));
  return starts.map((start, index) => toError(lines.slice(start, starts[index + 1]), place));
}

function headerOf(line: string): Record<string, string | undefined> | undefined {
  for (const header of headers) {
    const groups = header.exec(line)?.groups;
    if (groups !== undefined) return shownSource.test(line) ? undefined : groups;
  }
  return undefined;
}

function toError([first = '', ...rest]: readonly string[], place: Place): FoundError {
  const { path, line, column, code = '', message = '' } = headerOf(first) ?? {};
  // A blank line ends the message; the source it is about, and what belongs to it, come behind.
  const end = rest.findIndex((one) => one.trim() === '');
  const more = end === -1 ? rest : rest.slice(0, end);
  const shown = end === -1 ? undefined : rest.slice(end).find((one) => shownSource.test(one));
  return {
    ...(path === undefined ? {} : { path: fromRoot(path, place), line: Number(line), column: Number(column) }),
    code: code.replace(/^TS-99(?=\d)/, 'NG'),
    message: [message, ...more].map((one) => one.trimEnd()).join('\n'),
    source: shownSource.exec(shown ?? '')?.groups?.['text']?.trim() ?? '',
  };
}

/** The compiler's paths are absolute, or start in the folder of the tsconfig. */
function fromRoot(path: string, { root, folder }: Place): string {
  const [given, from, base] = [path, root, folder].map((one) => one.replaceAll('\\', '/')) as [string, string, string];
  const isAbsolute = given.startsWith('/') || /^[a-z]:\//i.test(given);
  return relativeTo(from, isAbsolute ? given : posix.join(base, given));
}

/** Node's own reads `C:/app` as a relative path, but on Windows. */
function relativeTo(root: string, path: string): string {
  return posix.relative(asRooted(root), asRooted(path));
}

function asRooted(path: string): string {
  return path.replace(/^([a-z]):/i, (_, drive: string) => `/${drive.toLowerCase()}:`);
}
