/** What a terminal shows, as SVG: light and dark by what the reader prefers. */
export function terminalPicture(styled: string, title: string): string {
  const lines = styled.trimEnd().split('\n');
  const height = lines.length * LINE + 2 * PADDING;
  const rows: string[] = [];
  // A style goes on over the end of a line.
  let style: readonly string[] = [];
  for (const [index, line] of lines.entries()) {
    const { spans, last } = spansOf(line, style);
    style = last;
    const y = String(PADDING + index * LINE + BASE);
    rows.push(`  <text x="${String(PADDING)}" y="${y}" xml:space="preserve">${spans}</text>\n`);
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(height)}" width="${String(WIDTH)}" role="img">
  <title>${escaped(title)}</title>
  <style>${STYLE}</style>
  <rect width="100%" height="100%" rx="8" class="screen"/>
${rows.join('')}</svg>
`;
}

const PADDING = 16;
const LINE = 18;
/** From the top of a line to the foot of its letters. */
const BASE = 13;
/** Of 80 columns. */
const WIDTH = 80 * 7.8 + 2 * PADDING;

const STYLE = [
  'text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#24292f}',
  '.screen{fill:#f6f8fa;stroke:#d0d7de}.b{font-weight:700}.d{fill:#57606a}.red{fill:#b42318}.green{fill:#116329}',
  '.yellow{fill:#7d4e00}.blue{fill:#0550ae}.cyan{fill:#0b6270}',
  '@media(prefers-color-scheme:dark){text{fill:#e6edf3}.screen{fill:#0d1117;stroke:#30363d}.d{fill:#9198a1}',
  '.red{fill:#ff7b72}.green{fill:#3fb950}.yellow{fill:#d29922}.blue{fill:#79c0ff}.cyan{fill:#56d4dd}}',
].join('');

/** By the numbers of SGR (ECMA-48, 8.3.117): what each adds; those of `reset` take all or their like away. */
const classes: Readonly<Record<string, string>> = {
  ...{ 1: 'b', 2: 'd', 31: 'red', 32: 'green', 33: 'yellow', 34: 'blue', 36: 'cyan', 90: 'd' },
};
const weights = ['b', 'd'];

function spansOf(line: string, style: readonly string[]): { readonly spans: string; readonly last: readonly string[] } {
  let last = style;
  const spans: string[] = [];
  for (const [index, part] of line
    .trimEnd()
    .split(/\u001b\[([\d;]*)m/)
    .entries()) {
    if (index % 2 === 1) for (const number of part.split(';')) last = after(last, number);
    else if (part !== '') spans.push(last.length === 0 ? escaped(part) : spanOf(part, last));
  }
  return { spans: spans.join(''), last };
}

function spanOf(text: string, style: readonly string[]): string {
  return `<tspan class="${style.join(' ')}">${escaped(text)}</tspan>`;
}

function after(current: readonly string[], number: string): readonly string[] {
  if (number === '' || number === '0') return [];
  if (number === '22') return current.filter((name) => !weights.includes(name));
  if (number === '39') return current.filter((name) => weights.includes(name));
  const name = classes[number];
  return name === undefined ? current : [...current.filter((other) => other !== name), name];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
