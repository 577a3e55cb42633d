import { spawnSync } from 'node:child_process';
import { existsSync, lutimesSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { doneOnce } from './done-once.ts';

let folder: string;
let lock: string;
let record: string;
let tasks: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'done-once-'));
  [lock, record] = [join(folder, 'lock'), join(folder, 'record')];
  tasks = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

const isDone = () => existsSync(record);
const once = (task: () => void = () => writeFileSync(record, '')) =>
  doneOnce(lock, isDone, async () => {
    tasks += 1;
    await sleep(50);
    task();
  });

it('is done by one, and the others wait', async () => {
  await Promise.all([once(), once(), once()].map((each) => each.then(() => expect(isDone()).toBe(true))));
  await once();
  expect(tasks).toBe(1);
  expect(readdirSync(folder)).toEqual(['record']);
});

it('is done by another where it failed', async () => {
  const failing = once(() => {
    throw new Error('no');
  });
  const other = once();
  await expect(failing).rejects.toThrow('no');
  await other;
  expect(tasks).toBe(2);
});

it('is done anew where a process was killed at it', async () => {
  symlinkSync(String(spawnSync(process.execPath, ['-e', '']).pid), lock);
  await once();
  expect(tasks).toBe(1);
});

it('is done anew where another process has the number of the one that was killed', async () => {
  symlinkSync(String(process.pid), lock);
  const anHourAgo = Date.now() / 1000 - 3600;
  lutimesSync(lock, anHourAgo, anHourAgo);
  await once();
  expect(tasks).toBe(1);
});
