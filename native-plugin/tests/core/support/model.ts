import fc from 'fast-check';

/** What a vault is, without any of how it is stored. */
export interface Stored {
  readonly values: Readonly<Record<string, string>>;
  readonly passcode: string;
  readonly hasFinger: boolean;
  readonly attempts: number;
}

export interface Model {
  readonly stored: Stored | undefined;
  readonly isUnlocked: boolean;
}

export const EMPTY: Model = { stored: undefined, isUnlocked: false };
export const MAX_ATTEMPTS = 3;

export type Operation =
  | { readonly type: 'create'; readonly passcode: string; readonly finger: boolean; readonly value: string }
  | { readonly type: 'write'; readonly key: string; readonly value: string | undefined }
  | { readonly type: 'rekey'; readonly passcode: string }
  | { readonly type: 'dropFinger' }
  | { readonly type: 'unlock'; readonly isRight: boolean }
  | { readonly type: 'unlockByFinger' }
  | { readonly type: 'lock' }
  | { readonly type: 'erase' }
  | { readonly type: 'restart' }
  | { readonly type: 'background'; readonly time: number }
  | { readonly type: 'lease'; readonly value: string; readonly time: number };

export interface Step {
  readonly operation: Operation;
  /** Which step of the operation that leaves something behind is the process's last. */
  readonly crashAt: number | undefined;
}

/** What an operation may come to: without a crash the last one, with a crash any of them. */
export interface Expectation {
  readonly models: readonly [Model, ...Model[]];
  readonly refusal?: string;
}

export function expectation(model: Model, operation: Operation): Expectation {
  const { stored, isUnlocked } = model;
  switch (operation.type) {
    case 'create': {
      const { passcode, finger, value } = operation;
      const created = { values: { session: value }, passcode, hasFinger: finger, attempts: 0 };
      return { models: [model, { stored: created, isUnlocked: true }] };
    }
    case 'lock':
    case 'restart':
      return { models: [{ ...model, isUnlocked: false }] };
    case 'background':
      return { models: [{ ...model, isUnlocked: isUnlocked && operation.time < 5000 }] };
    case 'erase':
      return { models: [model, EMPTY] };
    case 'unlock':
    case 'unlockByFinger':
      return unlocking(model, operation);
    default:
      if (!stored) return { models: [model], refusal: 'NOT_FOUND' };
      if (!isUnlocked) return { models: [model], refusal: 'LOCKED' };
      return changing(model, stored, operation);
  }
}

function changing(
  model: Model,
  stored: Stored,
  operation: Extract<Operation, { type: 'write' | 'rekey' | 'dropFinger' | 'lease' }>,
): Expectation {
  const { values } = stored;
  const become = (changes: Partial<Stored>): Expectation => ({
    models: [model, { stored: { ...stored, ...changes }, isUnlocked: true }],
  });
  switch (operation.type) {
    case 'write':
      return become({ values: withValue(values, operation.key, operation.value) });
    case 'rekey':
      return become({ passcode: operation.passcode, attempts: 0 });
    case 'dropFinger':
      return become({ hasFinger: false });
    case 'lease': {
      const locked = { ...model, isUnlocked: false };
      if (operation.time >= 10_000) return { models: [locked], refusal: 'LOCKED' };
      const written = { ...stored, values: withValue(values, 'session', operation.value) };
      return { models: [locked, { stored: written, isUnlocked: false }] };
    }
  }
}

function unlocking(model: Model, operation: Extract<Operation, { type: 'unlock' | 'unlockByFinger' }>): Expectation {
  const { stored, isUnlocked } = model;
  if (!stored && !isUnlocked) return { models: [model], refusal: 'NOT_FOUND' };
  if (!stored || isUnlocked) return { models: [model] };
  if (operation.type === 'unlockByFinger')
    return stored.hasFinger
      ? { models: [{ stored, isUnlocked: true }] }
      : { models: [model], refusal: 'SLOT_NOT_FOUND' };

  const attempts = stored.attempts + 1;
  const failed: Model = { stored: attempts >= MAX_ATTEMPTS ? undefined : { ...stored, attempts }, isUnlocked: false };
  if (operation.isRight) return { models: [model, failed, { stored: { ...stored, attempts: 0 }, isUnlocked: true }] };
  return { models: [model, failed], refusal: failed.stored ? 'AUTHENTICATION_FAILED' : 'TOO_MANY_ATTEMPTS' };
}

function withValue(values: Stored['values'], key: string, value: string | undefined): Stored['values'] {
  const rest = Object.fromEntries(Object.entries(values).filter(([name]) => name !== key));
  return value === undefined ? rest : { ...rest, [key]: value };
}

const value = fc.integer({ min: 0, max: 99 }).map(String);
const passcode = fc.constantFrom('1234', '5678', 'caf\u00e9');
const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('create' as const), passcode, finger: fc.boolean(), value }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('write' as const),
      key: fc.constantFrom('session', 'a', 'b'),
      value: fc.option(value, { nil: undefined }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('rekey' as const), passcode }) },
  { weight: 1, arbitrary: fc.constant({ type: 'dropFinger' as const }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('unlock' as const), isRight: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ type: 'unlockByFinger' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'lock' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'erase' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'restart' as const }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('background' as const), time: fc.constantFrom(100, 5000) }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('lease' as const), value, time: fc.constantFrom(0, 9999, 10_000) }),
  },
);

/** A vault, so that most sequences have something to lose, and then anything. */
export const sequences: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    fc.record({ type: fc.constant('create' as const), passcode, finger: fc.boolean(), value }),
    fc.array(
      fc.record({ operation, crashAt: fc.option(fc.integer({ min: 0, max: 24 }), { nil: undefined, freq: 2 }) }),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .map(([first, rest]) => [{ operation: first, crashAt: undefined }, ...rest]);
