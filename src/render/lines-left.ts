import type { ManualStep } from '../model/edit.ts';
import type { Splice } from '../model/splice.ts';
import type { AppPath } from '../model/tree.ts';

/** What the way back from a sign-in is known by: any other line of it may as well belong to something else. */
const telling = /CFBundleURLSchemes|:scheme="|\bauthOrigins\b/;

const reason =
  'An earlier run wrote this, and it was edited since: it stays. Take it out by hand, with what belongs to it.';

/** The lines of edited insertions that stand in a text still: the step for a person names each. */
export function linesLeft(path: AppPath, text: string, lost: readonly Splice[]): ManualStep[] {
  const written = new Set(lost.flatMap(({ insert }) => insert.split('\n')).map((line) => line.trim()));
  return text.split('\n').flatMap((line, index) => {
    const code = line.trim();
    if (!telling.test(code) || !written.has(code)) return [];
    return [{ id: `remove:${path}:${code}`, path, line: index + 1, reason, lines: [code] }];
  });
}
