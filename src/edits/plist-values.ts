import { parse as parsePlist } from 'plist';
import { CliError } from '../model/errors.ts';
import type { AppPath } from '../model/tree.ts';
import { assertXml } from './xml-text.ts';

/** What the root dictionary says. */
export type PlistValues = Readonly<Record<string, unknown>>;

/** @throws CliError `UNREADABLE` when the text is no XML property list. */
export function readPlist(path: AppPath, text: string): PlistValues {
  if (text.startsWith('bplist')) {
    throw new CliError('UNREADABLE', `${path} is a binary property list.`, {
      where: { path },
      hint: `Convert it with: plutil -convert xml1 ${path}`,
    });
  }
  try {
    return read(text);
  } catch (cause) {
    const why = cause instanceof Error ? `: ${cause.message.trim()}` : '';
    throw new CliError('UNREADABLE', `${path} can't be read as a property list${why}`, {
      where: { path },
      hint: `Check it with: plutil -lint ${path}`,
      cause,
    });
  }
}

/** Whether an edited text still parses, and says what it said before, except for what stands under one key. */
export function differsOnlyBy(
  edited: string,
  before: PlistValues,
  ...[key, isOurs]: [string, (now: unknown) => boolean]
): boolean {
  try {
    const after = read(edited);
    const now = after[key];
    return isOurs(now) && canonicalJson(after) === canonicalJson({ ...before, [key]: now });
  } catch {
    return false;
  }
}

function read(text: string): PlistValues {
  // Parsed once for its errors: the property list parser writes them to the console and goes on.
  assertXml(text);
  const value: unknown = parsePlist(text.trimStart());
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function canonicalJson(values: PlistValues): string {
  return JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}
