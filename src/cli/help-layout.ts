import type { Command, Option } from 'commander';
import { wrap } from '../text/wrap.ts';

const column = 32;
const screen = 80;

/** Help that reads at 80 columns: a flag too long for its column has a line of its own. */
export function layOutHelp(program: Command): Command {
  const negatable = new Set(program.options.filter(({ hidden }) => hidden).map(({ long }) => long));
  return program.configureHelp({
    padWidth: () => column,
    optionTerm: ({ flags, long }: Option) =>
      negatable.has(long?.replace('--', '--no-')) ? flags.replace('--', '--[no-]') : flags,
    formatItem: (term, _width, description) => formatItem(term, description),
  });
}

function formatItem(term: string, description: string): string {
  const pad = ' '.repeat(column + 4);
  const lines = wrap(description, screen - pad.length);
  const head = term.length <= column ? `  ${term.padEnd(column)}  ` : `  ${term}\n${pad}`;
  return head + lines.join(`\n${pad}`);
}
