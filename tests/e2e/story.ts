import { beforeEach } from 'vitest';

/**
 * Makes the tests of this file's `describe` one story: each begins where the one before it ended, so what follows a
 * broken one is skipped instead of running into its time limit.
 */
export function tellInOrder(): void {
  let isBroken = false;
  beforeEach(({ onTestFailed, skip }) => {
    skip(isBroken, 'an earlier test of this story failed');
    onTestFailed(() => void (isBroken = true));
  });
}
