import { stripVTControlCharacters } from 'node:util';

/** As wide as what is laid out for a usual terminal. */
const usual = 78;

/** Commands, code and the like are there to be copied: a break would break them. */
const copied = /^ {8}|npx create-identity-vault/;

/** For a terminal with fewer columns: lines are broken between words, and go on below their own text. */
export function narrow(text: string, columns: number): string {
  return columns >= usual ? text : betweenWords(text, columns);
}

/** The same for text that nothing has laid out. */
export function betweenWords(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) =>
      widthOf(line) < columns || copied.test(stripVTControlCharacters(line)) ? line : broken(line, columns),
    )
    .join('\n');
}

function broken(line: string, columns: number): string {
  const indent = /^\s*(?:[-+~!]\s+)?/.exec(stripVTControlCharacters(line))?.[0].length ?? 0;
  const start = /^\s*/.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let current = start;
  let hasWord = false;
  for (const word of line.slice(start.length).split(/ +/)) {
    if (hasWord && widthOf(current) + 1 + widthOf(word) >= columns) {
      lines.push(current);
      current = ' '.repeat(indent) + word;
    } else {
      current += hasWord ? ` ${word}` : word;
    }
    hasWord = true;
  }
  return [...lines, current].join('\n');
}

function widthOf(text: string): number {
  return stripVTControlCharacters(text).length;
}
