import type { VectorFile } from './vector-file.ts';

export interface AttemptCase {
  readonly id: string;
  readonly why: string;
  readonly attempts: number;
  readonly delayStart: number;
  readonly now: number;
  readonly maxAttempts: number;
  readonly wipeAtMax: boolean;
  readonly expect:
    | { readonly attempts: number }
    | { readonly error: 'ATTEMPT_DELAYED'; readonly wait: number; readonly delayStart: number }
    | { readonly error: 'TOO_MANY_ATTEMPTS' };
}

/** By failures so far, seconds: the table of FORMAT.md §11.2, as a person reads it there. */
const TABLE: readonly (readonly [attempts: number, seconds: number])[] = [
  [3, 5],
  [4, 30],
  [5, 120],
  [6, 600],
  [7, 3600],
  [8, 3600],
  [100, 3600],
  [255, 3600],
];
const START = 1_000_000;

/** Whether an attempt may be made now, and what is counted: FORMAT.md §11.1, steps 3c to 3e, and §11.2. */
export function attemptCases(): VectorFile {
  return {
    file: 'attempts.json',
    about:
      'Whether a passcode may be tried, before it is: §11.1, steps 3c to 3e, and §11.2. README.md defines the fields.',
    cases: [
      ...[0, 1, 2].map(undelayed),
      ...TABLE.flatMap(([attempts, seconds]) => delayed(attempts, seconds * 1000)),
      ...clockCases,
      ...limitCases,
    ],
  };
}

const unlimited = { maxAttempts: 255, wipeAtMax: false } as const;

function delayed(attempts: number, delay: number): readonly AttemptCase[] {
  const base = { attempts, delayStart: START, ...unlimited } as const;
  const counted = { attempts: Math.min(attempts + 1, 255) };
  const early = (wait: number, delayStart = START) => ({ error: 'ATTEMPT_DELAYED', wait, delayStart }) as const;
  return [
    { id: `${attempts}-at-once`, why: 'the whole delay is left', ...base, now: START, expect: early(delay) },
    { id: `${attempts}-early`, why: 'one millisecond is left', ...base, now: START + delay - 1, expect: early(1) },
    { id: `${attempts}-over`, why: 'exactly over', ...base, now: START + delay, expect: counted },
    {
      id: `${attempts}-back`,
      why: 'one millisecond before the failure is backwards, too: not a millisecond more than the delay is left',
      ...base,
      ...{ now: START - 1, expect: early(delay, START - 1) },
    },
    {
      id: `${attempts}-restart`,
      why: 'the clock went backwards: the delay starts over in full',
      ...base,
      ...{ now: 5, expect: early(delay, 5) },
    },
  ];
}

function undelayed(attempts: number): AttemptCase {
  return {
    id: `${attempts}-no-delay`,
    why: 'no delay yet',
    ...{ attempts, delayStart: attempts === 0 ? 0 : START, now: START, ...unlimited },
    expect: { attempts: attempts + 1 },
  };
}

const clockCases: readonly AttemptCase[] = [
  {
    id: 'no-delay-restart',
    why: 'a clock that went backwards matters only where there is a delay',
    ...{ attempts: 2, delayStart: START, now: 5, ...unlimited, expect: { attempts: 3 } },
  },
  {
    id: 'far-future',
    why: 'delayStart of a clock that ran much further: starts over, and ends',
    ...{ attempts: 3, delayStart: 2 ** 53 - 1, now: START, ...unlimited },
    expect: { error: 'ATTEMPT_DELAYED', wait: 5000, delayStart: START },
  },
];

const five = { attempts: 5, delayStart: START, maxAttempts: 5 } as const;

const limitCases: readonly AttemptCase[] = [
  {
    id: 'last-wipes',
    why: 'the last one was used up: erased, before the delay is looked at',
    ...{ ...five, now: START, wipeAtMax: true, expect: { error: 'TOO_MANY_ATTEMPTS' } },
  },
  {
    id: 'last-keeps',
    why: 'not configured to erase: only the delay',
    ...{ ...five, now: START + 120_000, wipeAtMax: false, expect: { attempts: 6 } },
  },
  {
    id: 'one-before-last',
    why: 'one attempt is left',
    ...{ ...five, attempts: 4, now: START + 30_000, wipeAtMax: true, expect: { attempts: 5 } },
  },
  {
    id: 'beyond-last',
    why: 'more than were allowed, as after the limit was lowered',
    ...{ ...five, attempts: 9, now: START + 3_600_000, wipeAtMax: true, expect: { error: 'TOO_MANY_ATTEMPTS' } },
  },
  {
    id: 'one-allowed',
    why: 'a limit of one',
    ...{ attempts: 0, delayStart: 0, now: 0, maxAttempts: 1, wipeAtMax: true, expect: { attempts: 1 } },
  },
];
