import type { Bytes } from '../../../src/core/codec/bytes.ts';
import { KIND } from '../../../src/core/codec/format-ids.ts';
import { givenVault } from './given-vault.ts';
import { OPERATION_POLICY, told } from './operation-stories.ts';
import type { Operation, OperationCase } from './operation-step.ts';

const enter = (passcode: string): Operation => ({ op: 'unlock', kind: KIND.appPasscode, passcode });
const create: Operation = {
  op: 'create',
  policy: OPERATION_POLICY,
  slots: [{ kind: KIND.appPasscode, passcode: '1234' }],
  values: [['a', '1']],
};
const restart: Operation = { op: 'restart' };
const separate = { storage: 'separate', kem: 'rsa' } as const;

/** FORMAT.md §10.3 and §11.1: what comes before what, and what is left alone, where something is wrong. */
export async function attemptStories(): Promise<readonly OperationCase[]> {
  return [...(await ofGivenVaults()), withoutKey];
}

const withoutKey: OperationCase = {
  ...separate,
  id: 'unlock-invalid-without-key',
  why: 'What can not be a passcode is told before the key of F is looked for.',
  steps: told(create, restart, { op: 'loseKeys' }, enter('1'), enter('1234')),
};

async function ofGivenVaults(): Promise<readonly OperationCase[]> {
  return [
    {
      ...separate,
      id: 'unlock-damaged-payload',
      why: 'The passcode was right, so the attempts are forgotten before the payload turns out to be another one.',
      steps: told(
        await givenVault(OPERATION_POLICY, 7, { changed: withOtherTag }),
        restart,
        enter('5678'),
        enter('1234'),
        {
          op: 'load',
        },
      ),
    },
    {
      ...separate,
      id: 'unlock-dead-slot',
      why: 'A dead slot is not tried, though its keys are there: nothing is spent.',
      steps: told(await givenVault(OPERATION_POLICY, 7, { isDead: true }), restart, enter('1'), enter('1234'), {
        op: 'load',
      }),
    },
    {
      ...separate,
      id: 'erase-of-another-scope',
      why: 'What an anchor of another scope lists is not destroyed, though our key vouches for it; what is stored is removed.',
      steps: told(
        await givenVault(OPERATION_POLICY, 7, { scope: new Uint8Array(32).fill(8) }),
        ...[restart, { op: 'erase' } as const, { op: 'load' } as const, create],
      ),
    },
  ];
}

/** The last byte of an envelope is one of its payload's tag. */
function withOtherTag(envelope: Bytes): Bytes {
  return envelope.map((byte, index) => (index === envelope.length - 1 ? byte ^ 1 : byte));
}
