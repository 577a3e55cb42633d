/** One thing that is asked of a vault, as `operations.json` has it. */
export type Operation = Readonly<Record<string, unknown>> & { readonly op: string };

/** Its values, by name; undefined: there is no vault. */
export type Values = Readonly<Record<string, string>> | undefined;

const KIND = { biometric: 1, appPasscode: 3 };
const PASSCODE_ONLY = { mode: 1, enrolment: 0, maxAttempts: 5, wipeAtMax: true, passcodeSetupNeeded: false };
const WITH_BIOMETRICS = { ...PASSCODE_ONLY, mode: 2 };
const passcode = (text: string) => ({ kind: KIND.appPasscode, passcode: text });

export const load: Operation = { op: 'load' };
export const enter = (text: string): Operation => ({ op: 'unlock', ...passcode(text) });

export function create(values: NonNullable<Values>, maxAttempts = PASSCODE_ONLY.maxAttempts): Operation {
  const policy = { ...PASSCODE_ONLY, maxAttempts };
  return { op: 'create', policy, slots: [passcode('1234')], values: Object.entries(values) };
}

/** An attempt with a passcode that never was one. */
export const mistype: readonly Operation[] = [{ op: 'lock' }, enter('0000')];

/** Opens it with every passcode that it may have: what they give is what is in it. */
export const open: readonly Operation[] = [load, enter('1234'), enter('5678'), enter('9012')];

const write = (session: string): Operation => ({ op: 'write', changes: [['session', session]] });

/** The last process opens it, writes, and opens it with the keys of a finger, if there are any. */
export const last: readonly Operation[] = [
  ...open,
  write('four'),
  { op: 'lock' },
  { op: 'unlock', kind: KIND.biometric },
  load,
];

/** What a process is killed in, and what there is if it comes to its end. */
export interface Task {
  readonly name: string;
  /** The last of them is the one that is interrupted. */
  readonly operations: readonly Operation[];
  readonly after: (values: Values) => Values;
}

const one = { session: 'one' };

/** What comes before the first of {@link TASKS}. */
export const made = { operation: create(one), values: one, maxAttempts: PASSCODE_ONLY.maxAttempts } as const;

/** @param process which one it is, so that each leaves something else */
export function tasksOf(process: 'first' | 'second'): readonly Task[] {
  const isFirst = process === 'first';
  const text = isFirst ? 'two' : 'three';
  const rekeyed = isFirst
    ? { policy: WITH_BIOMETRICS, keep: [], create: [{ kind: KIND.biometric }, passcode('5678')] }
    : { policy: PASSCODE_ONLY, keep: [], create: [passcode('9012')] };
  return [
    {
      name: 'create',
      operations: [create({ anew: text })],
      after: () => ({ anew: text }),
    },
    {
      name: 'write',
      operations: [write(text)],
      after: (values) => values && { ...values, session: text },
    },
    { name: 'rekey', operations: [{ op: 'rekey', ...rekeyed }], after: (values) => values },
    { name: 'erase', operations: [{ op: 'erase' }], after: () => undefined },
    { name: 'an attempt', operations: mistype, after: (values) => values },
  ];
}

/** What a process does first: it may be killed in this, too. */
export const recovery: Task = { name: 'recovery', operations: [load], after: (values) => values };
