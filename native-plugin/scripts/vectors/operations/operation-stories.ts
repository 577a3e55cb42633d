/* eslint-disable max-lines -- a table of stories: its length is data, not logic */
import { ENROLMENT, KIND, MODE } from '../../../src/core/codec/format-ids.ts';
import type { Operation, OperationCase, OperationPolicy, OperationSlot, OperationStep } from './operation-step.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

export const OPERATION_POLICY: OperationPolicy = {
  mode: MODE.PasscodeOnly,
  enrolment: ENROLMENT.requireOther,
  maxAttempts: 5,
  wipeAtMax: true,
  passcodeSetupNeeded: false,
};

/** Steps a second apart, the first at 1 000 000. */
export function told(...operations: readonly Operation[]): readonly OperationStep[] {
  return operations.map((operation, index) => ({ ...operation, now: 1_000_000 + index * SECOND }));
}

/** After a kill: what a new process finds, an hour later, so that no delay is left. */
export function afterwards(...operations: readonly Operation[]): readonly OperationStep[] {
  return operations.map((operation, index) => ({ ...operation, now: 1_000_000 + (index + 1) * HOUR }));
}

const passcode = (text: string): OperationSlot => ({ kind: KIND.appPasscode, passcode: text });
const biometric: OperationSlot = { kind: KIND.biometric };
const deviceCredential: OperationSlot = { kind: KIND.deviceCredential };

const load: Operation = { op: 'load' };
const erase: Operation = { op: 'erase' };
const lock: Operation = { op: 'lock' };
const restart: Operation = { op: 'restart' };
const enrol: Operation = { op: 'enrol' };
const enter = (text: string): Operation => ({ op: 'unlock', kind: KIND.appPasscode, passcode: text });
const touch: Operation = { op: 'unlock', kind: KIND.biometric };

function create(
  slots: readonly OperationSlot[],
  policy: Partial<OperationPolicy> = {},
  values: readonly (readonly [string, string])[] = [['session', '{"token":"one"}']],
): Operation {
  return { op: 'create', policy: { ...OPERATION_POLICY, ...policy }, slots, values };
}

function write(...changes: readonly (readonly [string, string | null])[]): Operation {
  return { op: 'write', changes };
}

function rekey(
  keep: readonly (1 | 2 | 3 | 4)[],
  made: readonly OperationSlot[],
  policy: Partial<OperationPolicy> = {},
): Operation {
  return { op: 'rekey', policy: { ...OPERATION_POLICY, ...policy }, keep, create: made };
}

const both = { mode: MODE.BiometricAndPasscode };
const createBoth = create([biometric, passcode('1234')], both);
const separate = { storage: 'separate', kem: 'rsa' } as const;
const joint = { storage: 'joint', kem: 'prf' } as const;

/** FORMAT.md §9 to §13, from the writer's side. */
export const operationStories: readonly OperationCase[] = [
  {
    ...separate,
    id: 'create',
    why: 'The first anchor announces the envelope, the second settles it; a creation that was not finished leaves nothing.',
    steps: told(create([passcode('1234')]), restart, enter('1234')),
    killed: { step: 0, then: afterwards(load, enter('1234')) },
  },
  {
    ...joint,
    id: 'create-jointly',
    why: 'Anchor and envelope come together: killed, there is nothing, or all of it.',
    steps: told(create([passcode('1234')]), restart, enter('1234')),
    killed: { step: 0, then: afterwards(load, enter('1234')) },
  },
  {
    ...separate,
    id: 'create-two-slots',
    why: 'Each slot has its own keys; the slots are in the order of their kinds, whatever order they were asked for in.',
    steps: told(create([passcode('1234'), biometric], both), restart, touch, restart, enter('1234')),
    killed: { step: 0, then: afterwards(load, touch, restart, enter('1234')) },
  },
  {
    ...joint,
    id: 'create-passkey',
    why: 'The salt of a WebAuthn slot is random; its secret is what the passkey gives for it.',
    steps: told(createBoth, restart, touch),
  },
  {
    ...separate,
    kem: 'ecies',
    id: 'create-device-credential',
    why: 'Biometric and device credential have a key each.',
    steps: told(
      create([biometric, deviceCredential], { mode: MODE.BiometricAndDeviceCredential }),
      restart,
      touch,
      restart,
      {
        op: 'unlock',
        kind: KIND.deviceCredential,
      },
    ),
  },
  {
    ...separate,
    kem: 'aes',
    id: 'create-secure-storage',
    why: 'A vault that needs nobody is opened with 32 zero bytes and the key of F.',
    steps: told(create([{ kind: KIND.device }], { mode: MODE.SecureStorage }), restart, {
      op: 'unlock',
      kind: KIND.device,
    }),
  },
  {
    ...separate,
    id: 'create-surviving-enrolment',
    why: 'With enrolment 2 the key of the biometric slot is made to survive another enrolment, and does.',
    steps: told(create([biometric, passcode('1234')], { ...both, enrolment: ENROLMENT.ignore }), restart, enrol, touch),
  },
  {
    ...separate,
    id: 'create-empty',
    why: 'A vault without values has no flags of them; writing the first one sets both.',
    steps: told(
      create([passcode('1234')], { wipeAtMax: false }, []),
      write(['session', '1']),
      write(['session', null]),
    ),
  },
  {
    ...separate,
    id: 'write',
    why: 'A write keeps data key and slots. Killed, the old values are there, or the new ones.',
    steps: told(create([passcode('1234')]), write(['a', '1'], ['b', '2'], ['session', null]), write(['a', null])),
    killed: { step: 1, then: afterwards(load, enter('1234')) },
  },
  {
    ...joint,
    id: 'write-jointly',
    why: 'One transaction: killed before it, the old values are there.',
    steps: told(create([passcode('1234')]), write(['a', '1'])),
    killed: { step: 1, then: afterwards(load, enter('1234')) },
  },
  {
    ...separate,
    id: 'write-stricter',
    why: 'Fewer attempts than before: what was counted under the laxer policy is forgotten with the same commit.',
    steps: told(createBoth, restart, enter('0000'), enter('0001'), touch, {
      op: 'write',
      changes: [],
      maxAttempts: 2,
    }),
    killed: { step: 5, then: afterwards(load, enter('1234')) },
  },
  {
    ...separate,
    id: 'write-laxer',
    why: 'More attempts than before: what was counted stays.',
    steps: told(createBoth, restart, enter('0000'), touch, { op: 'write', changes: [], maxAttempts: 9 }, restart),
  },
  {
    ...separate,
    id: 'write-locked',
    why: 'A locked vault is written by nobody.',
    steps: told(create([passcode('1234')]), lock, write(['a', '1'])),
  },
  {
    ...separate,
    id: 'replace',
    why: 'A login keeps the vault id and goes on counting generations; data key and slots are new, old keys go last.',
    steps: told(createBoth, create([passcode('5678')], {}, [['session', '2']]), restart, enter('5678')),
    killed: { step: 1, then: afterwards(load, enter('5678'), enter('1234')) },
  },
  {
    ...separate,
    id: 'replace-forgets-attempts',
    why: 'A login starts with no failed attempt.',
    steps: told(create([passcode('1234')]), restart, enter('0000'), enter('0001'), create([passcode('5678')]), restart),
  },
  {
    ...separate,
    id: 'replace-unreadable',
    why: 'An envelope without an anchor is only erased by a login: no key can be told, and the vault id is a new one.',
    steps: told(
      create([passcode('1234')]),
      restart,
      { op: 'loseAnchorWrites', count: 2 },
      load,
      create([passcode('5678')]),
      restart,
      enter('5678'),
    ),
    killed: { step: 4, then: afterwards(load) },
  },
  {
    ...separate,
    id: 'unlock-wrong-and-right',
    why: 'An attempt is written before the passcode is tried, and judged before anything is released.',
    steps: told(create([passcode('1234')]), restart, enter('0000'), enter('1234'), restart),
    killed: { step: 2, then: afterwards(load, enter('1234')) },
  },
  {
    ...separate,
    id: 'unlock-right',
    why: 'Killed after the right passcode was tried and before it is written, the attempt counts as failed.',
    steps: told(create([passcode('1234')]), restart, enter('1234')),
    killed: { step: 2, then: afterwards(load, enter('1234')) },
  },
  {
    ...separate,
    id: 'unlock-last-attempt',
    why: 'The last wrong attempt erases, also where its process was killed.',
    steps: told(create([passcode('1234')], { maxAttempts: 2 }), restart, enter('0000'), enter('0001'), load),
    killed: { step: 3, then: afterwards(load, create([passcode('5678')])) },
  },
  {
    ...separate,
    id: 'unlock-without-wiping',
    why: 'Without wipeAtMax nothing is erased, and the count goes on.',
    steps: told(
      create([passcode('1234')], { maxAttempts: 1, wipeAtMax: false }),
      restart,
      enter('0000'),
      enter('0001'),
      enter('1234'),
    ),
  },
  {
    ...separate,
    id: 'unlock-delayed',
    why: 'A delay costs nothing and tries nothing; a clock that went back makes it start over.',
    steps: [
      ...told(create([passcode('1234')]), restart, enter('0000'), enter('0001'), enter('0002'), enter('1234')),
      { ...enter('1234'), now: 1000 },
      { ...enter('1234'), now: 1000 + 5 * SECOND },
    ],
  },
  {
    ...separate,
    id: 'unlock-delayed-at-once',
    why: 'At the very moment of the failure the whole delay is left: the clock did not go back, and nothing is written.',
    steps: [
      ...told(create([passcode('1234')]), restart, enter('0000'), enter('0001')),
      { ...enter('0002'), now: 1_010_000 },
      { ...enter('1234'), now: 1_010_000 },
      { ...load, now: 1_010_000 },
    ],
  },
  {
    ...separate,
    id: 'unlock-costs-nothing',
    why: 'A kind that the vault has not, and what can not be a passcode, cost no attempt.',
    steps: told(create([passcode('1234')]), restart, touch, enter('123'), load),
  },
  {
    ...separate,
    id: 'set-passcode',
    why: 'A new passcode: a new data key, the biometric slot wrapped again for its public key, the old key of F destroyed last.',
    steps: told(
      createBoth,
      rekey([KIND.biometric], [passcode('5678')], both),
      restart,
      enter('1234'),
      enter('5678'),
      restart,
      touch,
    ),
    killed: { step: 1, then: afterwards(load, enter('1234'), enter('5678'), restart, touch) },
  },
  {
    ...joint,
    id: 'set-passcode-jointly',
    why: 'A WebAuthn slot is wrapped again with the key that is held since it was opened.',
    steps: told(
      createBoth,
      restart,
      touch,
      rekey([KIND.biometric], [passcode('5678')], both),
      restart,
      enter('5678'),
      restart,
      touch,
    ),
    killed: { step: 3, then: afterwards(load, enter('1234'), enter('5678')) },
  },
  {
    ...separate,
    kem: 'aes',
    id: 'add-biometric',
    why: 'The passcode slot is wrapped again under its own id, with the key that is held since the unlock.',
    steps: told(
      create([passcode('1234')]),
      restart,
      enter('1234'),
      rekey([KIND.appPasscode], [biometric], both),
      restart,
      touch,
      restart,
      enter('1234'),
    ),
    killed: { step: 3, then: afterwards(load, enter('1234'), restart, touch) },
  },
  {
    ...separate,
    id: 'remove-biometric',
    why: 'The slot goes, its keys after the commit: whoever kept the old envelope has nothing to open it with.',
    steps: told(createBoth, rekey([KIND.appPasscode], []), restart, enter('1234'), restart, touch),
    killed: { step: 1, then: afterwards(load, touch, enter('1234')) },
  },
  {
    ...separate,
    kem: 'aes',
    id: 'remove-passcode-keeping-the-data-key',
    why: 'A slot that can not be wrapped again keeps all its bytes, and the data key stays.',
    steps: told(
      createBoth,
      restart,
      enter('1234'),
      rekey([KIND.biometric], [], { mode: MODE.BiometricOnly }),
      restart,
      touch,
    ),
  },
  {
    ...separate,
    id: 'change-enrolment',
    why: 'A biometric key can not be told to survive an enrolment: its slot is made anew in the same commit.',
    steps: told(
      createBoth,
      rekey([KIND.biometric, KIND.appPasscode], [], { ...both, enrolment: ENROLMENT.ignore }),
      restart,
      enrol,
      touch,
    ),
    killed: { step: 1, then: afterwards(load, touch) },
  },
  {
    ...separate,
    id: 'change-enrolment-in-the-header',
    why: 'Between requireOther and wipe the key is the same: only the header changes.',
    steps: told(
      createBoth,
      rekey([KIND.biometric, KIND.appPasscode], [], { ...both, enrolment: ENROLMENT.wipe }),
      restart,
      touch,
    ),
  },
  {
    ...separate,
    id: 'rekey-stricter',
    why: 'A re-key with fewer attempts forgets what was counted; one with a new passcode does so, too.',
    steps: told(
      createBoth,
      restart,
      enter('0000'),
      touch,
      rekey([KIND.biometric, KIND.appPasscode], [], { ...both, maxAttempts: 3 }),
      restart,
    ),
  },
  {
    ...separate,
    id: 'dead-slot',
    why: 'The slot whose key the system destroyed is marked, and made anew by the next unlock in another way.',
    steps: told(createBoth, restart, enrol, touch, touch, enter('1234'), restart, touch),
    killed: { step: 5, then: afterwards(load, enter('1234'), restart, touch) },
  },
  {
    ...separate,
    kem: 'aes',
    id: 'dead-slot-removed',
    why: 'Where making it anew would need a prompt, the dead slot is only removed.',
    steps: told(createBoth, restart, enrol, touch, enter('1234'), restart, touch),
  },
  {
    ...separate,
    id: 'enrolment-wipes',
    why: 'With enrolment 1 a changed enrolment erases the vault.',
    steps: told(
      create([biometric, passcode('1234')], { ...both, enrolment: ENROLMENT.wipe }),
      restart,
      enrol,
      touch,
      load,
    ),
    killed: { step: 3, then: afterwards(load) },
  },
  {
    ...separate,
    id: 'erase',
    why: 'From the first write on the vault is gone; what is left is taken away by the next load.',
    steps: told(createBoth, write(['a', '1']), erase, load),
    killed: { step: 2, then: afterwards(load, create([passcode('5678')])) },
  },
  {
    ...joint,
    id: 'erase-jointly',
    why: 'The same where anchor and envelope are in one store.',
    steps: told(createBoth, erase, load),
    killed: { step: 1, then: afterwards(load) },
  },
  {
    ...separate,
    id: 'erase-with-stuck-keys',
    why: 'Keys that can not be destroyed now stop nothing; they open nothing any more.',
    steps: [...told(createBoth), { ...erase, now: 1_001_000, keysStick: true }, { ...load, now: 1_002_000 }],
  },
  {
    ...separate,
    id: 'remove-biometric-with-stuck-keys',
    why: 'A key that can not be destroyed now stays listed, and the next load tries again.',
    steps: [
      ...told(createBoth),
      { ...rekey([KIND.appPasscode], []), now: 1_001_000, keysStick: true },
      { ...load, now: 1_002_000, keysStick: true },
      { ...load, now: 1_003_000 },
      { ...load, now: 1_004_000 },
    ],
    killed: { step: 3, then: afterwards(load) },
  },
  {
    ...separate,
    id: 'too-many-stuck-keys',
    why: 'An anchor lists eight slots at most: before any key is made, a login that would list more is refused.',
    steps: [
      ...told(createBoth),
      ...Array.from({ length: 3 }, (_, index): OperationStep => ({
        ...createBoth,
        now: 1_001_000 + index,
        keysStick: true,
      })),
      { ...createBoth, now: 1_002_000, keysStick: true },
      { ...load, now: 1_003_000 },
      { ...createBoth, now: 1_004_000 },
    ],
  },
  {
    ...separate,
    id: 'lease',
    why: 'Begun while unlocked, the write of a refresh is made after the lock; another key written meanwhile is kept.',
    steps: told(
      create([passcode('1234')]),
      { op: 'leaseBegin', id: 'l', names: ['session'] },
      write(['other', '1']),
      lock,
      { op: 'leaseWrite', id: 'l', changes: [['session', '2']] },
      { op: 'leaseWrite', id: 'l', changes: [['session', '3']] },
      enter('1234'),
    ),
    killed: { step: 4, then: afterwards(load, enter('1234')) },
  },
  {
    ...separate,
    id: 'lease-refused',
    why: 'A name that the lease has not, another value under its name, and a lock of ten seconds refuse it; nothing is written.',
    steps: [
      ...told(
        create([passcode('1234')]),
        { op: 'leaseBegin', id: 'a', names: ['session'] },
        { op: 'leaseWrite', id: 'a', changes: [['other', '2']] },
        { op: 'leaseBegin', id: 'b', names: ['session'] },
        write(['session', 'x']),
        { op: 'leaseWrite', id: 'b', changes: [['session', '2']] },
        { op: 'leaseBegin', id: 'c', names: ['session'] },
        lock,
      ),
      { op: 'leaseWrite', id: 'c', changes: [['session', '2']], now: 1_017_000 },
      { ...load, now: 1_018_000 },
    ],
  },
  {
    ...separate,
    id: 'power-failure',
    why: 'The store of anchors lost what settled the write: loading settles it.',
    steps: told(
      create([passcode('1234')]),
      write(['a', '1']),
      restart,
      { op: 'loseAnchorWrites', count: 1 },
      load,
      enter('1234'),
    ),
    killed: { step: 4, then: afterwards(load, enter('1234')) },
  },
  {
    ...separate,
    id: 'power-failure-before',
    why: 'It lost what announced the write, too: the former envelope serves, and takes the place of the stored one.',
    steps: told(
      create([passcode('1234')]),
      write(['a', '1']),
      restart,
      { op: 'loseAnchorWrites', count: 2 },
      load,
      enter('1234'),
      write(['a', '2']),
    ),
    killed: { step: 4, then: afterwards(load, enter('1234')) },
  },
  {
    ...separate,
    id: 'power-failure-at-creation',
    why: 'Of a first envelope there is no former one.',
    steps: told(create([passcode('1234')]), restart, { op: 'loseAnchorWrites', count: 1 }, load, enter('1234')),
  },
  {
    ...separate,
    id: 'write-wiping',
    why: 'An erasure that was off before is stricter, too: what was counted without it is forgotten.',
    steps: told(
      create([biometric, passcode('1234')], { ...both, maxAttempts: 1, wipeAtMax: false }),
      restart,
      enter('0000'),
      enter('0001'),
      touch,
      { op: 'write', changes: [], wipeAtMax: true },
      lock,
      enter('1234'),
    ),
    killed: { step: 5, then: afterwards(load, enter('1234')) },
  },
  {
    ...joint,
    id: 'write-stricter-jointly',
    why: 'In one transaction the anchor that settles the write forgets the attempts.',
    steps: told(createBoth, restart, enter('0000'), touch, { op: 'write', changes: [], maxAttempts: 3 }, restart),
  },
  {
    ...joint,
    id: 'replace-jointly',
    why: 'A login in one transaction forgets the attempts, and destroys the old keys after it.',
    steps: told(createBoth, restart, enter('0000'), create([passcode('5678')]), restart),
    killed: { step: 3, then: afterwards(load) },
  },
  {
    ...joint,
    id: 'set-passcode-forgets-attempts-jointly',
    why: 'So does a new passcode.',
    steps: told(createBoth, restart, enter('0000'), touch, rekey([KIND.biometric], [passcode('5678')], both), restart),
  },
  {
    ...separate,
    id: 'lost-keys',
    why: 'A key of F that is not there is found before an attempt is counted; without it nobody can tell that an enrolment destroyed the other key.',
    steps: told(createBoth, restart, { op: 'loseKeys' }, enter('1234'), enrol, touch, load),
  },
  {
    ...separate,
    kem: 'aes',
    id: 'new-passcode-without-the-data-key',
    why: 'A slot that can not be wrapped again keeps the data key, whose bytes nobody has: no new slot can be made for it.',
    steps: told(createBoth, restart, enter('1234'), rekey([KIND.biometric], [passcode('5678')], both), load),
  },
  {
    ...joint,
    id: 'change-enrolment-of-a-passkey',
    why: 'A passkey knows of no enrolment: only the header changes.',
    steps: told(
      createBoth,
      rekey([KIND.biometric, KIND.appPasscode], [], { ...both, enrolment: ENROLMENT.ignore }),
      restart,
      enrol,
      touch,
    ),
  },
  {
    ...separate,
    id: 'stale-data-key',
    why: 'The wrapped keys that are stored are not those that were opened: the process locks, and asks for nothing again.',
    steps: told(
      createBoth,
      rekey([KIND.biometric, KIND.appPasscode], [], both),
      { op: 'loseAnchorWrites', count: 2 },
      write(['a', '1']),
      touch,
    ),
  },
  {
    ...separate,
    id: 'set-bad-passcode',
    why: 'What can not be a passcode is refused before any key is made.',
    steps: told(create([passcode('123')]), create([passcode('1234')]), rekey([], [passcode('12')]), load),
  },
  {
    ...separate,
    id: 'lease-over-a-rekey',
    why: 'There is one lease at a time, and only of an unlocked vault; a re-key voids it.',
    steps: told(
      createBoth,
      { op: 'leaseBegin', id: 'a', names: ['session'] },
      { op: 'leaseBegin', id: 'b', names: ['session'] },
      rekey([KIND.biometric], [passcode('5678')], both),
      { op: 'leaseWrite', id: 'a', changes: [['session', '2']] },
      lock,
      { op: 'leaseBegin', id: 'c', names: ['session'] },
    ),
  },
  {
    ...separate,
    id: 'lease-over-an-unlock',
    why: 'Unlocking again takes the deadline away.',
    steps: [
      ...told(create([passcode('1234')]), { op: 'leaseBegin', id: 'a', names: ['session'] }, lock, enter('1234'), lock),
      { ...enter('1234'), now: 1_010_000 },
      { op: 'leaseWrite', id: 'a', changes: [['session', '2']], now: 1_030_000 },
    ],
  },
  {
    ...separate,
    id: 'lease-where-nothing-is',
    why: 'A write with a lease loads first, as every operation does: nothing stored is told before a lease that is not known.',
    steps: told(
      { op: 'leaseWrite', id: 'a', changes: [['session', '2']] },
      create([passcode('1234')]),
      { op: 'leaseWrite', id: 'a', changes: [['session', '2']] },
      { op: 'leaseBegin', id: 'b', names: ['session'] },
      erase,
      { op: 'leaseWrite', id: 'b', changes: [['session', '2']] },
      load,
    ),
  },
  {
    ...separate,
    id: 'erase-after-a-power-failure',
    why: 'The former envelope that took the place of the stored one is still there, too, and goes with it.',
    steps: told(
      create([passcode('1234')]),
      write(['a', '1']),
      restart,
      { op: 'loseAnchorWrites', count: 2 },
      load,
      erase,
    ),
  },
  {
    ...separate,
    id: 'partly-stuck-keys',
    why: 'What of the old slots could be destroyed is taken from the list; the slot whose key is stuck stays in it.',
    steps: [
      ...told(createBoth, { op: 'loseKeys' }),
      { ...rekey([], [passcode('5678')]), now: 1_002_000, keysStick: true },
      { ...load, now: 1_003_000, keysStick: true },
      { ...restart, now: 1_004_000 },
      { ...enter('5678'), now: 1_005_000 },
    ],
    killed: { step: 2, then: afterwards(load, enter('5678')) },
  },
  {
    ...separate,
    id: 'attempt-over-stuck-keys',
    why: 'Loading judges the attempt of a killed process first, then it destroys the keys that are left over.',
    steps: [
      ...told(createBoth),
      { ...rekey([KIND.appPasscode], []), now: 1_001_000, keysStick: true },
      { ...restart, now: 1_002_000, keysStick: true },
      { ...enter('0000'), now: 1_003_000, keysStick: true },
    ],
    killed: { step: 3, then: afterwards(load, enter('1234')) },
  },
  {
    ...separate,
    id: 'too-many-stuck-keys-erased',
    why: 'Where a login is refused for stuck keys, an erasure is not: what is made after it lists its own slots only.',
    steps: [
      ...told(createBoth),
      ...Array.from({ length: 4 }, (_, index): OperationStep => ({
        ...createBoth,
        now: 1_001_000 + index,
        keysStick: true,
      })),
      { ...erase, now: 1_002_000, keysStick: true },
      { ...createBoth, now: 1_003_000, keysStick: true },
      { ...restart, now: 1_004_000, keysStick: true },
      { ...enter('1234'), now: 1_005_000, keysStick: true },
    ],
  },
  {
    ...separate,
    kem: 'aes',
    id: 'rekey-secure-storage',
    why: 'The slot that needs nobody is wrapped again from its 32 zero bytes; a passcode may take its place.',
    steps: told(
      create([{ kind: KIND.device }], { mode: MODE.SecureStorage }),
      rekey([KIND.device], [], { mode: MODE.SecureStorage, maxAttempts: 3 }),
      restart,
      { op: 'unlock', kind: KIND.device },
      rekey([], [passcode('1234')]),
      restart,
      enter('1234'),
    ),
    killed: { step: 1, then: afterwards(load, { op: 'unlock', kind: KIND.device }) },
  },
  {
    ...separate,
    id: 'rekey-secure-storage-beside-public-keys',
    why: 'Its slot has no key that something could be encrypted to: it is wrapped again from its zero bytes there, too.',
    steps: told(
      create([{ kind: KIND.device }], { mode: MODE.SecureStorage }),
      rekey([KIND.device], [], { mode: MODE.SecureStorage, maxAttempts: 3 }),
      restart,
      { op: 'unlock', kind: KIND.device },
    ),
  },
  {
    ...separate,
    id: 'dead-slot-that-stays',
    why: 'A slot that can not be wrapped again keeps the data key, whose bytes nobody has: the dead one stays until an unlock that can replace it.',
    steps: told(
      create([biometric, deviceCredential, passcode('1234')], both),
      restart,
      enrol,
      touch,
      { op: 'unlock', kind: KIND.deviceCredential },
      load,
      restart,
      enter('1234'),
      load,
    ),
  },
  {
    ...separate,
    id: 'write-keeps-a-dead-slot',
    why: 'A dead slot that could not be replaced at the unlock stays dead over a write: the anchor that settles it says so.',
    steps: [
      ...told(createBoth),
      ...Array.from({ length: 3 }, (_, index): OperationStep => ({
        ...createBoth,
        now: 1_001_000 + index,
        keysStick: true,
      })),
      { ...restart, now: 1_002_000, keysStick: true },
      { ...enrol, now: 1_003_000 },
      { ...touch, now: 1_004_000, keysStick: true },
      { ...enter('1234'), now: 1_005_000, keysStick: true },
      { ...write(['a', '1']), now: 1_006_000, keysStick: true },
      { ...load, now: 1_007_000, keysStick: true },
      { ...restart, now: 1_008_000 },
      { ...enter('1234'), now: 1_009_000 },
      { ...touch, now: 1_010_000 },
      { ...load, now: 1_011_000 },
    ],
    killed: { step: 8, then: afterwards(load, enter('1234')) },
  },
  {
    ...separate,
    id: 'rekey-keeps-a-dead-slot',
    why: 'A dead slot is no way to unlock. A re-key that keeps its kind makes it anew; while there is no room for its keys it is refused.',
    steps: [
      ...told(createBoth),
      ...Array.from({ length: 3 }, (_, index): OperationStep => ({
        ...createBoth,
        now: 1_001_000 + index,
        keysStick: true,
      })),
      { ...restart, now: 1_002_000, keysStick: true },
      { ...enrol, now: 1_003_000 },
      { ...touch, now: 1_004_000, keysStick: true },
      { ...enter('1234'), now: 1_005_000, keysStick: true },
      { ...rekey([KIND.biometric], [], { mode: MODE.BiometricOnly }), now: 1_006_000, keysStick: true },
      { ...load, now: 1_007_000 },
      { ...rekey([KIND.biometric], [], { mode: MODE.BiometricOnly }), now: 1_008_000 },
      { ...restart, now: 1_009_000 },
      { ...touch, now: 1_010_000 },
    ],
    killed: { step: 10, then: afterwards(load, touch) },
  },
  {
    ...separate,
    id: 'rekey-keeps-a-dead-slot-beside-others',
    why: 'It is made anew in the same commit, after what is asked for.',
    steps: [
      ...told(createBoth),
      ...Array.from({ length: 3 }, (_, index): OperationStep => ({
        ...createBoth,
        now: 1_001_000 + index,
        keysStick: true,
      })),
      { ...restart, now: 1_002_000, keysStick: true },
      { ...enrol, now: 1_003_000 },
      { ...touch, now: 1_004_000, keysStick: true },
      { ...enter('1234'), now: 1_005_000, keysStick: true },
      { ...load, now: 1_007_000 },
      { ...rekey([KIND.biometric], [passcode('5678')], both), now: 1_008_000 },
      { ...restart, now: 1_009_000 },
      { ...touch, now: 1_010_000 },
      { ...restart, now: 1_011_000 },
      { ...enter('5678'), now: 1_012_000 },
    ],
  },
  {
    ...joint,
    id: 'rekey-twice-jointly',
    why: 'What was wrapped again or made by a re-key is held for the next one: nobody is asked.',
    steps: told(
      createBoth,
      rekey([KIND.biometric], [passcode('5678')], both),
      rekey([KIND.biometric, KIND.appPasscode], [], both),
      restart,
      enter('5678'),
      restart,
      touch,
    ),
  },
  {
    ...joint,
    id: 'set-passcode-asks-the-passkey',
    why: 'A WebAuthn slot that was not opened is asked once, to be wrapped again.',
    steps: told(
      createBoth,
      restart,
      enter('1234'),
      rekey([KIND.biometric], [passcode('5678')], both),
      restart,
      enter('5678'),
      restart,
      touch,
    ),
  },
  {
    ...separate,
    id: 'change-enrolment-and-passcode',
    why: 'A slot that is made anew for enrolment comes after those that are asked for.',
    steps: told(
      createBoth,
      rekey([KIND.biometric], [passcode('5678')], { ...both, enrolment: ENROLMENT.ignore }),
      restart,
      enrol,
      touch,
      restart,
      enter('5678'),
    ),
  },
  {
    ...separate,
    id: 'change-enrolment-beside-device-credential',
    why: 'No enrolment destroys the key of a device credential: its slot is wrapped again, and only the biometric one is made anew.',
    steps: told(
      create([biometric, deviceCredential], { mode: MODE.BiometricAndDeviceCredential }),
      rekey([KIND.biometric, KIND.deviceCredential], [], {
        mode: MODE.BiometricAndDeviceCredential,
        enrolment: ENROLMENT.ignore,
      }),
      restart,
      enrol,
      touch,
    ),
  },
  {
    ...separate,
    id: 'change-enrolment-without-biometric',
    why: 'A biometric slot that goes is not made anew, whatever enrolment says.',
    steps: told(createBoth, rekey([KIND.appPasscode], [], { enrolment: ENROLMENT.ignore }), restart, enter('1234')),
  },
  {
    ...separate,
    id: 'passcode-later',
    why: 'A passcode that belongs to the mode may come later: the flag says so, through writes, until it is set.',
    steps: told(
      create([biometric], { ...both, passcodeSetupNeeded: true }),
      write(['a', '1']),
      restart,
      touch,
      rekey([KIND.biometric], [passcode('1234')], both),
      restart,
      enter('1234'),
    ),
  },
  {
    ...separate,
    id: 'dead-slot-beside-device-credential',
    why: 'A dead slot is made anew by an unlock with the device credential, too, whose own slot stays.',
    steps: told(
      create([biometric, deviceCredential], { mode: MODE.BiometricAndDeviceCredential }),
      restart,
      enrol,
      touch,
      { op: 'unlock', kind: KIND.deviceCredential },
      restart,
      touch,
    ),
  },
];
