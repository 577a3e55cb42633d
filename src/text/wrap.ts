/** Breaks prose at spaces so that no word is cut; a word longer than a line keeps a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** Of prose at 80 columns, indents of a section apart. */
export const usualWidth = 76;

/** {@link wrap} for a line of a list: what follows the first line is indented below its text. */
export function wrapItem(mark: string, text: string, width = usualWidth): string[] {
  const lines = wrap(text, width - mark.length);
  return lines.map((line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line);
}
