import { copyFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { beginInTypeScript, endInJava, goOnInSwift, newFile, type Case } from './hand-over/processes.ts';
import {
  create,
  enter,
  last,
  load,
  made,
  mistype,
  open,
  recovery,
  tasksOf,
  type Task,
  type Values,
} from './hand-over/stories.ts';
import { momentsOf, tell, type Part, type Planned, type Story, type Whole } from './hand-over/whole-story.ts';

/** With `EVERY=1` every pair of moments at which the two processes are killed, else a sample that is the same each time. */
const isWhole = process.env['EVERY'] === '1';

const devices = [
  { storage: 'separate', kem: 'rsa', least: 10 },
  { storage: 'joint', kem: 'prf', least: 3 },
] as const;

describe.each(devices)('a vault of TypeScript in $storage stores, killed in', ({ least, ...device }) => {
  it.each(tasksOf('first'))('$name: Swift goes on with it, is killed, and Java goes on', async (task) => {
    const story = { id: `hand-over-${task.name}`, ...device };
    const start = [made.operation, ...task.operations];
    const cases: Case[] = [];
    const moments = await momentsOf(story, [{ steps: start }]);
    for (let killAfter = 0; killAfter < moments; killAfter += 1) {
      cases.push(...(await begun(await wholesOf(story, { steps: start, killAfter }, task))));
    }
    expect(cases.length).toBeGreaterThan(least);
    await goOnInSwift(cases);
    await endInJava(cases);
  });
});

/** What begins in the same way is begun once. */
async function begun(told: readonly Omit<Case, 'device'>[]): Promise<readonly Case[]> {
  const cases = told.map((each) => ({ ...each, device: newFile() }));
  const [first, ...others] = cases;
  if (first) await beginInTypeScript(first);
  for (const { device } of others) copyFileSync(first?.device ?? '', device);
  return cases;
}

interface Killed {
  readonly killAfter: number;
}

/** The stories that begin with this: each of the second process's tasks, killed at one moment or at every one. */
async function wholesOf(story: Story, first: Planned & Killed, task: Task): Promise<Omit<Case, 'device'>[]> {
  const told: Omit<Case, 'device'>[] = [];
  for (const next of [recovery, ...tasksOf('second')]) {
    const steps = next === recovery ? next.operations : [...open, ...next.operations];
    const moments = await momentsOf(story, [first, { steps }]);
    for (let killAfter = 0; killAfter < moments; killAfter += 1) {
      if (!isWhole && killAfter !== first.killAfter % moments) continue;
      const whole = await tell(story, [first, { steps, killAfter }, { steps: last }]);
      judge(whole, task, next);
      const name = `${task.name} killed after ${String(first.killAfter)}, then ${next.name} killed after ${String(killAfter)}`;
      told.push({ name, whole });
    }
  }
  return told;
}

/** Each process finds what there was before what was interrupted, or after it. */
function judge({ parts: [, second, third] }: Whole, task: Task, next: Task): void {
  let legal: readonly Values[] = [made.values, task.after(made.values)];
  if (next !== recovery) {
    const values = found(second);
    expect(legal).toContainEqual(values);
    legal = [values, next.after(values)];
  }
  expect(legal).toContainEqual(found(third));
  for (const { expect: result } of [...second.steps, ...third.steps]) {
    expect(result.attempts ?? 0).toBeLessThanOrEqual(made.maxAttempts);
  }
}

/** What was in the vault, as a part that opens it begins. */
function found({ steps }: Part): Values {
  const opened = steps.slice(0, open.length).find(({ expect: { values } }) => values);
  if (!opened) expect(steps[0]?.expect).toEqual({ error: 'NOT_FOUND' });
  return opened && Object.fromEntries(opened.expect.values ?? []);
}

it('three languages make no more attempts than are allowed, though two are killed in theirs', async () => {
  const story = { id: 'hand-over-attempts', storage: 'separate', kem: 'rsa' } as const;
  const allowed = 2;
  const first = [create({ session: 'one' }, allowed), ...mistype];
  const third = [load, enter('0000'), enter('0000'), enter('0000'), load];
  const cases: Case[] = [];
  const counts = new Set<number>();
  const moments = await momentsOf(story, [{ steps: first }]);
  for (let moment = 0; moment < moments * moments; moment += 1) {
    const [one, other] = [Math.floor(moment / moments), moment % moments];
    const whole = await tell(story, [
      { steps: first, killAfter: one },
      { steps: [load, ...mistype], killAfter: other },
      { steps: third },
    ]);
    counts.add(evaluations(whole));
    expect(whole.parts[2].steps.at(-1)?.expect).toEqual({ error: 'NOT_FOUND' });
    cases.push(...(await begun([{ name: `attempts killed after ${String(one)} and ${String(other)}`, whole }])));
  }
  // None: both were killed after they had counted theirs, and before they made it.
  expect([...counts].sort()).toEqual([0, 1, allowed]);
  await goOnInSwift(cases);
  await endInJava(cases);
});

/** How many passcodes were tested with the device's key. */
function evaluations({ parts }: Whole): number {
  const effects = parts.flatMap(({ steps }) => steps.flatMap((step) => step.effects));
  return effects.filter(({ effect }) => effect === 'evaluate').length;
}
