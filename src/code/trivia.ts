/** Offset of the first character at or after `pos` that is neither white space nor in a comment. */
function skipTrivia(text: string, pos: number): number {
  let at = pos;
  for (;;) {
    const next = afterComment(text, at);
    if (next !== undefined) at = next;
    else if (at < text.length && /\s/.test(text.charAt(at))) at += 1;
    else return at;
  }
}

/**
 * Where a new line may be inserted after the code that ends at `pos`: behind the comments that
 * share its line, so that they stay with it.
 */
export function endOfCodeLine(text: string, pos: number): number {
  let at = pos;
  let afterLastComment = pos;
  for (;;) {
    const next = afterComment(text, at);
    if (next !== undefined) {
      at = next;
      afterLastComment = next;
    } else if (text.charAt(at) === ' ' || text.charAt(at) === '\t') at += 1;
    else break;
  }
  return isLineEnd(text, at) ? at : afterLastComment;
}

/** Offset just behind the comma that follows the item ending at `pos`, if there is one. */
export function afterComma(text: string, pos: number): number | undefined {
  const at = skipTrivia(text, pos);
  return text.charAt(at) === ',' ? at + 1 : undefined;
}

/** Offset of the first character of the line that holds `pos`. */
export function lineStart(text: string, pos: number): number {
  return text.lastIndexOf('\n', pos - 1) + 1;
}

/** The white space the line that holds `pos` starts with. */
export function lineIndent(text: string, pos: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, pos)))?.[0] ?? '';
}

/** Whether only white space stands before `pos` on its line. */
export function startsLine(text: string, pos: number): boolean {
  return text.slice(lineStart(text, pos), pos).trim() === '';
}

/** Length of the line that holds `pos`, without its line ending. */
export function lineLength(text: string, pos: number): number {
  const end = text.slice(pos).search(/\r?\n/);
  return (end === -1 ? text.length : pos + end) - lineStart(text, pos);
}

/** 1-based line of an offset. */
export function lineAt(text: string, pos: number): number {
  return text.slice(0, pos).split('\n').length;
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text.charAt(at) === '\n' || text.startsWith('\r\n', at);
}

function afterComment(text: string, at: number): number | undefined {
  if (text.startsWith('//', at)) {
    const length = text.slice(at).search(/\r?\n/);
    return length === -1 ? text.length : at + length;
  }
  if (!text.startsWith('/*', at)) return undefined;
  const end = text.indexOf('*/', at + 2);
  return end === -1 ? text.length : end + 2;
}

/** The start of a piece of code, short enough for a message. */
export function excerpt(code: string): string {
  const line = code.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
