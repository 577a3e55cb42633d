import { describe, expect, it } from 'vitest';
import { isEqual } from '../../../src/core/codec/bytes.ts';
import { KIND, MODE } from '../../../src/core/codec/format-ids.ts';
import { CoreError } from '../../../src/core/ports/core-error.ts';
import type { CorePorts } from '../../../src/core/ports/ports.ts';
import type { OpenKeys } from '../../../src/core/slots/open-keys.ts';
import { VaultStore } from '../../../src/core/store/vault-store.ts';
import type { NewVault } from '../../../src/core/store/write-vault.ts';
import { Keeper } from '../../../src/core/vault/keeper.ts';
import { Prompts } from '../../../src/core/vault/prompts.ts';
import { Session } from '../../../src/core/vault/session.ts';
import { gate } from '../support/gate.ts';
import { refusalOf } from '../support/outcome.ts';
import { bothSlots, makeWorld, newVault, POLICY, SCOPE, startProcess, valuesOf } from '../support/world.ts';

async function stored(request: NewVault = newVault('1234', { a: '1' }), adjust?: (ports: CorePorts) => CorePorts) {
  const { ports } = startProcess(makeWorld(), { joint: true, ...(adjust && { adjust }) });
  const store = new VaultStore(ports, SCOPE);
  const keys = await store.create(request, { replaces: true });
  const vault = await store.load();
  if (!vault) throw new Error('nothing is stored');
  return { session: new Session(ports), store, ports, vault, keys };
}

const PASSCODE = { kind: KIND.appPasscode, passcode: '1234' };
const memory = valuesOf({ m: '1' });

/** What it holds, by name. */
function contentOf({ held, kept, memory }: Session) {
  return Object.entries({ held, kept, memory })
    .filter(([, value]) => value)
    .map(([name]) => name);
}

describe('what is held takes the place of what was', () => {
  const steps: Readonly<Record<string, (session: Session, keys: OpenKeys) => void>> = {
    hold: (session, keys) => {
      session.hold({ ...keys });
    },
    holdMemory: (session) => {
      session.holdMemory(memory);
    },
    drop: (session) => {
      session.drop();
    },
  };

  it.each([
    ['hold', ['held']],
    ['holdMemory', ['memory']],
    ['drop', []],
  ] as const)('%s, after keys', async (step, left) => {
    const { session, vault, keys } = await stored();
    session.hold(keys);
    session.keep({ vault, keys });
    expect(contentOf(session)).toEqual(['held', 'kept']);
    steps[step]?.(session, keys);
    expect(contentOf(session)).toEqual(left);
  });

  it.each([
    ['hold', ['held']],
    ['drop', []],
  ] as const)('%s, after values in memory', async (step, left) => {
    const { session, keys } = await stored();
    session.holdMemory(memory);
    steps[step]?.(session, keys);
    expect(contentOf(session)).toEqual(left);
  });

  it('keeps nothing of keys that are not held any more', async () => {
    const { session, vault, keys } = await stored();
    session.keep({ vault, keys });
    expect(contentOf(session)).toEqual([]);
    session.hold(keys);
    session.keep({ vault, keys: { ...keys } });
    expect(contentOf(session)).toEqual(['held']);
  });

  it('in memory is a copy, of what could be stored', async () => {
    const { session } = await stored();
    const given = new Map(memory);
    session.holdMemory(given);
    given.clear();
    expect(session.memory).toEqual(memory);
    expect(await refusalOf(() => session.holdMemory(valuesOf({ '': '1' })))).toBe('INVALID_ARGUMENT');
    expect(session.memory).toEqual(memory);
  });
});

/** The keeper of a lock, in whose queue nothing goes on before it is let. `over`: all that was asked of it is. */
function keeperOf({ session, store }: Pick<Awaited<ReturnType<typeof stored>>, 'session' | 'store'>) {
  const turn = gate();
  const tasks: Promise<unknown>[] = [];
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const done = turn.passed.then(task);
    tasks.push(done);
    return done;
  };
  const authenticator = { enterPasscode: () => Promise.resolve(false) };
  const prompts = new Prompts({ store, session, inTurn, authenticator });
  const over = async () => {
    turn.open();
    await Promise.all(tasks);
  };
  return { keeper: new Keeper({ store, session, prompts, inTurn }), over };
}

describe('what was opened', () => {
  const opened = async () => {
    const { session, vault, ...others } = await stored();
    await session.open(await session.begin(vault, PASSCODE));
    return { session, vault, ...others };
  };

  it('is held only when it was in time', async () => {
    const { session } = await opened();
    expect(session.held).toBeUndefined();
    session.keepOpened();
    expect(session.held).toBeDefined();
  });

  it('is kept once: later nothing takes the place of what is held then', async () => {
    const { session, keys } = await opened();
    session.keepOpened();
    session.hold(keys);
    session.keepOpened();
    expect(session.held).toBe(keys);
  });

  it.each(['dropOpened', 'drop'] as const)('is let go by %s', async (how) => {
    const { session } = await opened();
    session[how]();
    session.keepOpened();
    expect(session.held).toBeUndefined();
  });

  it('is let go by the keeper of the lock, and so is what a lease began with', async () => {
    const { session, store } = await opened();
    const { keeper } = keeperOf({ session, store });
    session.leaseBasis = { names: ['a'], digest: 'of what is stored' };
    keeper.dropOpened();
    keeper.forgetLease();
    session.keepOpened();
    expect([session.held, session.leaseBasis]).toEqual([undefined, undefined]);
  });
});

describe('the slot that is dead', () => {
  const withBiometrics = (code: 'KEY_INVALIDATED' | 'USER_CANCELED') => (ports: CorePorts) => {
    const decapsulate = () => Promise.reject(new CoreError(code, 'no'));
    return { ...ports, kems: { ...ports.kems, biometric: { ...ports.kems.biometric!, decapsulate } } };
  };
  const attempts = {
    'with a prompt': (session: Session, { vault }: Awaited<ReturnType<typeof stored>>) =>
      session.decapsulate(vault, vault.envelope.header.slots[0]!.head),
    'without one': async (session: Session, { vault }: Awaited<ReturnType<typeof stored>>) =>
      session.open(await session.begin(vault, { kind: KIND.biometric })),
  };

  it.each(['with a prompt', 'without one'] as const)(
    'is the one whose key turned out to be destroyed: %s',
    async (way) => {
      const made = await stored(bothSlots('1234', {}), withBiometrics('KEY_INVALIDATED'));
      expect(await refusalOf(() => attempts[way](made.session, made))).toBe('KEY_INVALIDATED');
      const dead = made.session.takeDeadSlot();
      expect(dead && isEqual(dead, made.vault.envelope.header.slots[0]!.head.slotId)).toBe(true);
      expect(made.session.takeDeadSlot()).toBeUndefined();
    },
  );

  it.each(['with a prompt', 'without one'] as const)('is not one that was refused otherwise: %s', async (way) => {
    const made = await stored(bothSlots('1234', {}), withBiometrics('USER_CANCELED'));
    expect(await refusalOf(() => attempts[way](made.session, made))).toBe('USER_CANCELED');
    expect(made.session.takeDeadSlot()).toBeUndefined();
  });

  it('is the one at the moment that it is told of, whatever dies before that is written down', async () => {
    const made = await stored(bothSlots('1234', {}), withBiometrics('KEY_INVALIDATED'));
    const { session, store, vault } = made;
    const [first, second] = vault.envelope.header.slots.map(({ head }) => head);
    const { keeper, over } = keeperOf(made);
    await refusalOf(() => session.decapsulate(vault, first!));
    keeper.markSlotDead(() => undefined);
    await refusalOf(() => session.decapsulate(vault, { ...first!, slotId: second!.slotId }));
    await over();
    expect((await store.load())?.anchor.deadSlots).toEqual([first!.slotId]);
  });
});

it('a device without biometrics offers no other way for them', async () => {
  const { session, vault } = await stored(bothSlots('1234', {}));
  const { head } = vault.envelope.header.slots[0]!;
  const without = new Session({ ...startProcess(makeWorld()).ports, kems: {} });
  expect([session.offersOtherOnCancel(head), without.offersOtherOnCancel(head)]).toEqual([false, false]);
});

it('SecureStorage is opened when it is needed, and then stays so', async () => {
  const policy = { ...POLICY, mode: MODE.SecureStorage };
  const { session, vault } = await stored({ policy, slots: [{ kind: KIND.device }], values: memory });
  const keys = await session.keysOf(vault);
  expect(await session.keysOf(vault)).toBe(keys);
  session.drop();
  expect(await session.keysOf(vault)).not.toBe(keys);
});
