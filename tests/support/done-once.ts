import { lstatSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Longer than any hook may take, in milliseconds: the process number of a lock that old may be another's by now. */
const oldestLock = 900_000;

/** Has one of several processes do what is done once; the others wait for it. What a killed process began is done anew. */
export async function doneOnce(lock: string, isDone: () => boolean, task: () => Promise<void>): Promise<void> {
  while (!isDone()) {
    if (!take(lock)) {
      await sleep(100);
      continue;
    }
    try {
      // It may have been done since it was looked for.
      if (!isDone()) await task();
      return;
    } finally {
      rmSync(lock, { force: true });
    }
  }
}

/** A link, as it is there with its content or not at all. */
function take(lock: string): boolean {
  try {
    symlinkSync(String(process.pid), lock);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (isStale(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isStale(lock: string): boolean {
  try {
    return Date.now() - lstatSync(lock).mtimeMs > oldestLock || !isRunning(Number(readlinkSync(lock)));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return false;
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;
