/** How a text is laid out, whatever its language. */
export interface TextStyle {
  /** One level of indentation. */
  readonly indent: string;
  /** Whether a list with one item a line ends with a comma. */
  readonly trailingComma: boolean;
}

/** Inserted lines are kept within this; a longer existing line is left alone. */
export const MAX_LINE = 100;

export function textStyleOf(text: string, trailingComma: boolean): TextStyle {
  return { indent: indentUnitOf(text), trailingComma };
}

/** The step by which lines are most often indented; two spaces when nothing is. */
export function indentUnitOf(text: string): string {
  const steps = new Map<string, number>();
  let previous = '';
  for (const line of text.split(/\r?\n/)) {
    const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
    const code = line.slice(indent.length);
    // Block comments are indented by one more column than code.
    if (code === '' || code.startsWith('*')) continue;
    if (indent.length > previous.length && indent.startsWith(previous)) {
      const step = indent.slice(previous.length);
      steps.set(step, (steps.get(step) ?? 0) + 1);
    }
    previous = indent;
  }
  return [...steps].sort(([a, countA], [b, countB]) => countB - countA || a.length - b.length)[0]?.[0] ?? '  ';
}

/** Lines whose leading tabs stand for levels of indentation, laid out below `indent`. */
export function layOut(lines: readonly string[], indent: string, style: TextStyle): string {
  return lines
    .map((line, index) => {
      const level = /^\t*/.exec(line)?.[0].length ?? 0;
      return (index === 0 ? '' : indent) + style.indent.repeat(level) + line.slice(level);
    })
    .join('\n');
}
