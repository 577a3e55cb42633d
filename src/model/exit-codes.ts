import type { exitCodes } from './errors.ts';

/** 0 and the verdicts, 2 of `check` and 7 of `--verify`, are no errors. */
export type ExitCode = 0 | 2 | 7 | (typeof exitCodes)[keyof typeof exitCodes];

/** What each exit code says: the documentation's table and `--json-help` follow from it. */
export const exitCodeMeanings: Readonly<Record<ExitCode, string>> = {
  0: 'done, nothing to do, or in sync',
  1: 'a bug in this tool',
  2: '`check`: the code is not what the configuration says',
  3: 'something was changed on both sides, or an interrupted run is in the way; nothing was written',
  4: 'an answer is needed, and the run can’t ask for it; the message names the flag',
  5: 'not an app this tool can work on, or a file that can’t be read or written',
  6: 'a step is left for you; file, line and the lines to add are printed',
  7: '`--verify`: the app’s type check finds new errors, or has no second result; what was written stays',
  64: 'wrong flags or values, all of them at once',
  130: 'interrupted; what was written is taken back',
};
