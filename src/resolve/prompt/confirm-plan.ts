import { styleText } from 'node:util';
import type { Host } from '../../model/host.ts';
import { interrupted } from './interrupted.ts';
import { withAsker } from './with-asker.ts';

/** What a person agrees to. */
interface Confirmation {
  readonly summary: string;
  readonly question: string;
  /** Unified diffs; worked out only when they are asked for. */
  readonly diffs: () => string;
}

const answers: Readonly<Record<string, 'yes' | 'no' | 'diffs'>> = {
  y: 'yes',
  yes: 'yes',
  n: 'no',
  no: 'no',
  d: 'diffs',
  diff: 'diffs',
  diffs: 'diffs',
};

/**
 * The last question before the first byte.
 * @throws CliError `INTERRUPTED` unless the answer is yes
 */
export async function confirmPlan({ summary, question, diffs }: Confirmation, host: Host): Promise<void> {
  await withAsker(host, async (asker) => {
    asker.say(`\n${summary}\n`);
    for (;;) {
      const answer = await asker.line({
        title: question,
        hint: 'y = yes, n = no, d = show the diffs',
        current: 'y',
        problemWith: (text) => (read(text) ? undefined : 'Answer y, n or d.'),
      });
      if (read(answer) === 'yes') return;
      if (read(answer) === 'no') throw interrupted();
      asker.say(`\n${coloured(diffs(), host)}\n`);
    }
  });
}

function read(answer: string): 'yes' | 'no' | 'diffs' | undefined {
  return answers[answer.trim().toLowerCase()];
}

const styles = { '+': 'green', '-': 'red', '@': 'cyan' } as const;

function coloured(diffs: string, { stderr: stream }: Host): string {
  return diffs.replaceAll(/^([+@-]).*$/gm, (line, sign: keyof typeof styles) =>
    styleText(styles[sign], line, { stream }),
  );
}
