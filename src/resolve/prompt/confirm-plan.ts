import type { Host } from '../../model/host.ts';
import { back, type Asker, type Choice } from './asker.ts';
import { interrupted } from './interrupted.ts';
import { showPaged } from './show-paged.ts';
import { withAsker } from './with-asker.ts';

/** A file whose difference can be looked at. */
export interface Difference {
  readonly path: string;
  /** What becomes of it, in a few words. */
  readonly what: string;
  /** As a unified diff; worked out only when it is asked for. */
  readonly patch: () => string;
}

/** What a person agrees to. */
interface Confirmation {
  readonly summary: string;
  readonly question: string;
  readonly differences: readonly Difference[];
  /** Can the options be changed once more? */
  readonly canChange: boolean;
}

/**
 * The last question before the first byte.
 * @returns `change`: the options are to be changed first
 * @throws CliError `INTERRUPTED` for a no
 */
export async function confirmPlan(confirmation: Confirmation, host: Host): Promise<'write' | 'change'> {
  const { summary, question, differences, canChange } = confirmation;
  return withAsker(host, async (asker) => {
    asker.say(`\n${summary}\n`);
    for (;;) {
      const answer = await asker.choose({ title: question, hint: '', choices: choices(canChange), current: 'write' });
      if (answer === 'write' || answer === 'change') return answer;
      if (answer === 'leave') throw interrupted();
      await lookAt(differences, asker, host);
    }
  });
}

function choices(canChange: boolean): Choice[] {
  return [
    { value: 'write', name: 'Yes', hint: 'writes the files' },
    { value: 'look', name: 'Differences', hint: 'shows what changes, file by file' },
    ...(canChange ? [{ value: 'change', name: 'Change options', hint: 'goes back to the questions' }] : []),
    { value: 'leave', name: 'No', hint: 'leaves without writing' },
  ];
}

const ALL = '';
const DONE = '/';

async function lookAt(differences: readonly Difference[], asker: Asker, host: Host): Promise<void> {
  let last: string = ALL;
  for (;;) {
    const answer = await asker.choose({
      title: 'Which file?',
      hint: '',
      choices: [
        { value: ALL, name: 'All of them', hint: `${String(differences.length)} files` },
        ...differences.map(({ path, what }) => ({ value: path, name: path, hint: what })),
        { value: DONE, name: 'Back' },
      ],
      current: last,
      canGoBack: true,
    });
    if (answer === back || answer === DONE) return;
    const shown = differences.filter(({ path }) => answer === ALL || path === answer);
    await showPaged(shown.map(({ patch }) => patch()).join(''), host);
    const next = differences[differences.findIndex(({ path }) => path === answer) + 1];
    last = answer === ALL || next === undefined ? DONE : next.path;
  }
}
