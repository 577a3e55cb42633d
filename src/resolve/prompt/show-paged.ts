import { styleText } from 'node:util';
import type { Host } from '../../model/host.ts';
import { wantsPlainLines } from '../wants-plain-lines.ts';

const styles = { '+': 'green', '-': 'red', '@': 'cyan' } as const;

/** Shows unified diffs: in the person's pager where they are longer than the screen. */
export async function showPaged(diffs: string, host: Host): Promise<void> {
  const text = coloured(diffs, host);
  const isLong = text.split('\n').length > (host.stderr.rows || 24) - 2;
  if (isLong && !wantsPlainLines(host.env) && (await isPaged(text, host))) return;
  host.stderr.write(`\n${text}\n`);
}

/** @returns `false`: there is no pager */
async function isPaged(text: string, { env }: Host): Promise<boolean> {
  const { PAGER: pager = 'less' } = env;
  if (pager === '' || pager === 'cat') return false;
  const { execa } = await import('execa');
  const { failed } = await execa(pager, {
    shell: true,
    reject: false,
    input: text,
    // stdout is for data.
    stdout: process.stderr,
    stderr: process.stderr,
    // As Git asks of less: colours as they are, and the end of a short text ends it.
    env: { LESS: env['LESS'] ?? 'FRX', LV: env['LV'] ?? '-c' },
  });
  return !failed;
}

function coloured(diffs: string, { stderr: stream }: Host): string {
  return diffs.replaceAll(/^([+@-]).*$/gm, (line, sign: keyof typeof styles) =>
    styleText(styles[sign], line, { stream }),
  );
}
