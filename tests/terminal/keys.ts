import { setTimeout as sleep } from 'node:timers/promises';
import type { Terminal } from './terminal.ts';

/** Waits for each question and takes what it offers. */
export async function enterThrough(terminal: Terminal, titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    await terminal.waitFor(asked(title));
    terminal.press('Enter');
  }
}

/** A question that waits for its answer, not one that was answered. A narrow terminal has it on several lines. */
export function asked(title: string): RegExp {
  const words = title.split(' ').map((word) => word.replaceAll('?', String.raw`\?`));
  return new RegExp(String.raw`^\? ${words.join(String.raw`\s+`)}`, 'm');
}

/** What is in focus on a list. */
export function focused(screen: string): string {
  return /^❯[◉◯]? *(.*)$/m.exec(screen)?.[1] ?? '';
}

/** Moves along a list to the choice that starts so. */
export async function moveTo(terminal: Terminal, title: string, name: string): Promise<void> {
  let screen = await terminal.waitFor(asked(title));
  let key = 'Down';
  let ends = 0;
  const isThere = () => focused(screen).startsWith(name);
  while (!isThere()) {
    const last = focused(screen);
    terminal.press(key);
    const moved = await terminal.waitFor((now) => focused(now) !== last, 3000).catch(() => undefined);
    screen = moved ?? terminal.screen();
    if (moved === undefined) {
      // The list ends here, or this machine is slow: each end is met twice before it is believed.
      ends += 1;
      if (ends === 4) throw new Error(`${title} has no ${name}`);
      key = key === 'Down' ? 'Up' : 'Down';
    } else if (ends > 0 && isThere()) {
      // A key that came late may still move on.
      await sleep(500);
      screen = terminal.screen();
    }
  }
}

/** Takes the choice that starts so. */
export async function pick(terminal: Terminal, title: string, name: string): Promise<void> {
  await moveTo(terminal, title, name);
  terminal.press('Enter');
}

/** Types an answer in place of what is there. */
export async function typeAnswer(terminal: Terminal, title: string, answer: string): Promise<void> {
  await terminal.waitFor(asked(title));
  terminal.type(answer);
  terminal.press('Enter');
}
