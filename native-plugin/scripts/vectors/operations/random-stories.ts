import { KIND, MODE, type Kind } from '../../../src/core/codec/format-ids.ts';
import { OPERATION_POLICY } from './operation-stories.ts';
import { seededRandom } from '../seeded-random.ts';
import type { Operation, OperationCase, OperationStep } from './operation-step.ts';

const COUNT = 12;
const LENGTH = 6;
const MINUTE = 60_000;

/** What nobody thought of: any operations in any order, one of them interrupted. */
export function randomStories(): readonly OperationCase[] {
  return Array.from({ length: COUNT }, (_, index) => randomStory(index));
}

function randomStory(index: number): OperationCase {
  const random = seededRandom(9000 + index);
  const below = (limit: number): number => (random.bytes(1)[0] ?? 0) % limit;
  const first = createOf(below);
  const steps = [first, ...Array.from({ length: LENGTH }, () => anyOf(below))].map(
    (operation, position): OperationStep => ({ ...operation, now: 1_000_000 + position * 10 * MINUTE }),
  );
  const end = 1_000_000 + (LENGTH + 1) * 10 * MINUTE;
  const then = [{ op: 'load' } as const, unlockOf(below), { op: 'unlock', kind: KIND.biometric } as const];
  return {
    id: `random-${String(index)}`,
    why: 'Any operations in any order, one of them interrupted.',
    storage: index % 3 === 2 ? 'joint' : 'separate',
    kem: (['rsa', 'aes', 'prf', 'ecies'] as const)[index % 4] ?? 'rsa',
    steps,
    killed: {
      step: below(LENGTH + 1),
      then: then.map((operation, position) => ({ ...operation, now: end + position * 10 * MINUTE })),
    },
  };
}

type Below = (limit: number) => number;

const passcodes = ['1234', '5678'] as const;
const passcodeOf = (below: Below): string => passcodes[below(2)] ?? '1234';

function createOf(below: Below): Operation {
  const hasFinger = below(2) === 0;
  const slot = { kind: KIND.appPasscode, passcode: passcodeOf(below) };
  return {
    op: 'create',
    policy: { ...OPERATION_POLICY, mode: hasFinger ? MODE.BiometricAndPasscode : MODE.PasscodeOnly, maxAttempts: 3 },
    slots: hasFinger ? [{ kind: KIND.biometric }, slot] : [slot],
    values: [['session', String(below(100))]],
  };
}

function unlockOf(below: Below): Operation {
  return { op: 'unlock', kind: KIND.appPasscode, passcode: passcodeOf(below) };
}

function rekeyOf(below: Below): Operation {
  const keep: readonly Kind[] = below(2) === 0 ? [KIND.biometric] : [];
  const policy = { ...OPERATION_POLICY, mode: MODE.BiometricAndPasscode, maxAttempts: 3 };
  return { op: 'rekey', policy, keep, create: [{ kind: KIND.appPasscode, passcode: passcodeOf(below) }] };
}

function anyOf(below: Below): Operation {
  switch (below(9)) {
    case 0:
      return createOf(below);
    case 1:
    case 2:
      return { op: 'write', changes: [[below(2) === 0 ? 'session' : 'a', below(4) === 0 ? null : String(below(100))]] };
    case 3:
      return rekeyOf(below);
    case 4:
      return { op: 'restart' };
    case 5:
      return { op: 'unlock', kind: KIND.biometric };
    case 6:
      return { op: 'enrol' };
    case 7:
      return below(4) === 0 ? { op: 'erase' } : { op: 'load' };
    default:
      return unlockOf(below);
  }
}
