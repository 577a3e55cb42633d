import type { OldestSystem } from '../../../model/project.ts';
import type { AppPath, Tree } from '../../../model/tree.ts';
import { canonical } from '../../../text/text.ts';

/** A line of a build script, without its comments. */
export interface LineOfCode {
  readonly path: AppPath;
  /** 1-based. */
  readonly line: number;
  readonly code: string;
  /** As it stands there, trimmed. */
  readonly written: string;
}

/**
 * The lines of a build script in which code stands; none where there is no such file. Text is not code: what is commented
 * out says nothing.
 * @param comment what a comment starts with to the end of its line, as well as the pairs of Kotlin, Groovy and Swift
 */
export function linesOfCode(tree: Tree, path: AppPath, comment: '//' | '#'): LineOfCode[] {
  const text = canonical(tree.read(path) ?? '');
  const code = (comment === '//' ? withoutPairs(text) : text).split('\n');
  return text.split('\n').map((written, index) => ({
    path,
    line: index + 1,
    code: withoutEnd(code[index] ?? '', comment).trim(),
    written: written.trim(),
  }));
}

/** Each character of such a comment becomes a space, so that lines stay where they are. */
function withoutPairs(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '));
}

/** An address in a text has two slashes, too. */
function withoutEnd(line: string, comment: '//' | '#'): string {
  const pattern = comment === '//' ? /^((?:"[^"]*"|'[^']*'|[^"'])*?)\/\/.*$/ : /^((?:"[^"]*"|'[^']*'|[^"'])*?)#.*$/;
  return line.replace(pattern, '$1');
}

/** What a line says of the oldest system. */
export function oldest(platform: OldestSystem['platform'], version: string, at: LineOfCode): OldestSystem {
  return { platform, version, at: { path: at.path, line: at.line }, written: at.written };
}
