import { expect, it } from 'vitest';
import { Operations } from '../../../src/core/vault/operations.ts';
import { gate } from '../support/gate.ts';

function operations() {
  return new Operations({ apart: (task) => task(), claim: () => Promise.resolve() });
}

it('is idle only when the last of those that were asked for is over', async () => {
  const all = operations();
  const [first, second] = [gate(), gate()];
  const done = [all.alone(() => first.passed), all.alone(() => second.passed)];
  expect(all.isIdle).toBe(false);
  first.open();
  await done[0];
  expect(all.isIdle).toBe(false);
  second.open();
  await done[1];
  expect(all.isIdle).toBe(true);
});

it('is not idle while a task is under way, and is again after one that failed', async () => {
  const all = operations();
  const [task, meanwhile] = [gate(), gate()];
  const done = all.alone(async () => {
    meanwhile.open();
    await task.passed;
    throw new Error('no');
  });
  await meanwhile.passed;
  await Promise.resolve();
  expect(all.isIdle).toBe(false);
  task.open();
  await expect(done).rejects.toThrow('no');
  expect(all.isIdle).toBe(true);
});
