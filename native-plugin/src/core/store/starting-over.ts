import { coreErrorCode } from '../ports/core-error.ts';

/** More often than that, two processes are not kept apart at all. */
const TRIES = 3;

/**
 * Someone else wrote meanwhile: nothing was written, so what is stored is looked at again. FORMAT.md §9 and §11.1.
 * @throws CoreError `CONFLICT` when that happened too often
 */
export async function startingOver<T>(task: () => Promise<T>): Promise<T> {
  for (let left = TRIES - 1; left > 0; left--) {
    try {
      return await task();
    } catch (error) {
      if (coreErrorCode(error) !== 'CONFLICT') throw error;
    }
  }
  return task();
}
