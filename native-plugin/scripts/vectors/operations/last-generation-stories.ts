import { KIND } from '../../../src/core/codec/format-ids.ts';
import { LIMIT } from '../../../src/core/codec/format-limits.ts';
import { givenVault } from './given-vault.ts';
import { afterwards, OPERATION_POLICY, told } from './operation-stories.ts';
import type { Operation, OperationCase } from './operation-step.ts';

const enter = (passcode: string): Operation => ({ op: 'unlock', kind: KIND.appPasscode, passcode });
const write = (value: string): Operation => ({ op: 'write', changes: [['a', value]] });
const create: Operation = {
  op: 'create',
  policy: OPERATION_POLICY,
  slots: [{ kind: KIND.appPasscode, passcode: '5678' }],
  values: [['session', '2']],
};
const rekey: Operation = {
  op: 'rekey',
  policy: OPERATION_POLICY,
  keep: [],
  create: [{ kind: KIND.appPasscode, passcode: '5678' }],
};

/** FORMAT.md §2 and §10.2: the last generation can be read and erased, and written over by nothing but a new vault. */
export async function lastGenerationStories(): Promise<readonly OperationCase[]> {
  const last = await givenVault(OPERATION_POLICY, LIMIT.generation);
  const beforeLast = await givenVault(OPERATION_POLICY, LIMIT.generation - 1);
  return [
    {
      id: 'last-generation',
      why: 'The last generation is written, and nothing over it; a login erases it first, and begins anew.',
      storage: 'separate',
      kem: 'rsa',
      steps: told(
        ...[beforeLast, { op: 'restart' } as const, enter('1234'), write('1'), write('2'), rekey],
        ...[{ op: 'load' } as const, create, { op: 'restart' } as const, enter('5678')],
      ),
      killed: { step: 7, then: afterwards({ op: 'load' }, create, enter('5678')) },
    },
    {
      id: 'last-generation-jointly',
      why: 'The same in one transaction.',
      storage: 'joint',
      kem: 'prf',
      steps: told(last, { op: 'restart' }, enter('1234'), write('2'), rekey, create, { op: 'restart' }, enter('5678')),
      killed: { step: 5, then: afterwards({ op: 'load' }, create, enter('5678')) },
    },
    {
      id: 'last-generation-erased',
      why: 'It can be opened, and erased.',
      storage: 'separate',
      kem: 'rsa',
      steps: told(last, { op: 'restart' }, enter('1234'), { op: 'erase' }, create, { op: 'restart' }, enter('5678')),
      killed: { step: 3, then: afterwards({ op: 'load' }, create, enter('5678')) },
    },
  ];
}
