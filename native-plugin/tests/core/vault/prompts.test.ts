import { describe, expect, it } from 'vitest';
import { hex } from '../../../src/core/codec/bytes.ts';
import { ENROLMENT, KIND, MODE, type Kind } from '../../../src/core/codec/format-ids.ts';
import { CoreError, type CoreErrorCode } from '../../../src/core/ports/core-error.ts';
import type { Authenticator, CorePorts, SlotKem } from '../../../src/core/ports/ports.ts';
import { gate } from '../support/gate.ts';
import { refusalOf } from '../support/outcome.ts';
import {
  bothSlots,
  makeWorld,
  newVault,
  passcodeSlot,
  POLICY,
  readValues,
  startProcess,
  storedAnchor,
  storedEnvelope,
  valuesOf,
  type World,
} from '../support/world.ts';

/** Enters these at the passcode prompt for as long as another try makes sense. `heard`: what came of each. */
function person(...entries: readonly string[]) {
  const heard: string[] = [];
  const authenticator: Authenticator = {
    async enterPasscode(submit) {
      for (const entry of entries) {
        const complaint = await submit(entry);
        heard.push(complaint?.code ?? 'open');
        if (!complaint) return true;
      }
      return false;
    },
  };
  return { authenticator, heard };
}

/** The system's prompt of both kinds of keys ends so. `asked`: how often it was shown. */
function systemPrompt(decapsulate: () => ReturnType<SlotKem['decapsulate']>, others: Partial<SlotKem> = {}) {
  const asked = { count: 0 };
  const changes = {
    ...others,
    decapsulate: () => {
      asked.count += 1;
      return decapsulate();
    },
  };
  const adjust = (ports: CorePorts): CorePorts => {
    const { biometric, deviceCredential } = ports.kems;
    return {
      ...ports,
      kems: { biometric: { ...biometric!, ...changes }, deviceCredential: { ...deviceCredential!, ...changes } },
    };
  };
  return { adjust, asked };
}

function refusing(code: CoreErrorCode, others: Partial<SlotKem> = {}) {
  return systemPrompt(() => Promise.reject(new CoreError(code, 'no')), others);
}

/** With a passcode, and before it a key of the system of this kind. */
async function worldWith(kind: Extract<Kind, 1 | 2> = KIND.biometric): Promise<World> {
  const world = makeWorld();
  const request = bothSlots('1234', { a: '1' });
  await startProcess(world).core.create({ ...request, slots: [{ kind }, passcodeSlot('1234')] });
  return world;
}

/** As where both were lost, so that nobody can say that the system destroyed one of them. */
function loseKeysOf({ ring }: World, slotId: string): void {
  for (const name of [...ring.keys()]) if (name.includes(slotId)) ring.delete(name);
}

describe('a prompt of the system that can not be used now', () => {
  it.each(['KEY_MISSING', 'LOCKED_OUT', 'POLICY_NOT_MET'] as const)('%s: the passcode is asked for', async (code) => {
    const world = await worldWith();
    if (code === 'KEY_MISSING') loseKeysOf(world, hex(storedEnvelope(world)!.header.slots[0]!.head.slotId));
    const { authenticator, heard } = person('1234');
    const { core } = startProcess(world, { adjust: refusing(code).adjust, host: { authenticator } });
    await core.unlock();
    expect(heard).toEqual(['open']);
    expect(await readValues(core)).toEqual({ a: '1' });
  });

  it.each(['AUTHENTICATION_FAILED', 'USER_CANCELED', 'TEMPORARILY_UNAVAILABLE'] as const)(
    '%s: nothing else is asked for',
    async (code) => {
      const { authenticator, heard } = person('1234');
      const { core } = startProcess(await worldWith(), { adjust: refusing(code).adjust, host: { authenticator } });
      expect(await refusalOf(() => core.unlock())).toBe(code);
      expect(heard).toEqual([]);
    },
  );

  it('no slot is left that could be asked for: why the last one could not be used is told', async () => {
    const { authenticator, heard } = person('1234');
    const { core } = startProcess(await worldWith(), {
      adjust: refusing('LOCKED_OUT').adjust,
      host: { authenticator },
    });
    expect(await refusalOf(() => core.unlock({ automatic: false, only: KIND.biometric }))).toBe('LOCKED_OUT');
    expect(heard).toEqual([]);
  });
});

describe('a prompt whose cancellation may mean that its key is gone', () => {
  it.each<{ kind: Extract<Kind, 1 | 2>; code: CoreErrorCode; offers: boolean; outcome: string }>([
    { kind: KIND.biometric, code: 'USER_CANCELED', offers: true, outcome: 'the passcode opens' },
    { kind: KIND.biometric, code: 'USER_CANCELED', offers: false, outcome: 'USER_CANCELED' },
    { kind: KIND.biometric, code: 'AUTHENTICATION_FAILED', offers: true, outcome: 'AUTHENTICATION_FAILED' },
    { kind: KIND.deviceCredential, code: 'USER_CANCELED', offers: true, outcome: 'USER_CANCELED' },
  ])('kind $kind, $code, offers: $offers → $outcome', async ({ kind, code, offers, outcome }) => {
    const { authenticator } = person('1234');
    const { adjust } = refusing(code, { cancelOffersOther: offers });
    const { core } = startProcess(await worldWith(kind), { adjust, host: { authenticator } });
    expect((await refusalOf(() => core.unlock())) ?? 'the passcode opens').toBe(outcome);
  });
});

describe('a slot whose key the system destroyed', () => {
  it('is not asked for again, and not instead of the other one', async () => {
    const world = await worldWith();
    const { authenticator } = person('1234');
    const { adjust, asked } = refusing('KEY_INVALIDATED');
    const { core } = startProcess(world, { adjust, host: { authenticator } });
    const only = { automatic: false, only: KIND.biometric };
    expect(await refusalOf(() => core.unlock(only))).toBe('KEY_INVALIDATED');
    expect(storedAnchor(world)?.deadSlots).toHaveLength(1);
    expect(await refusalOf(() => core.unlock(only))).toBe('KEY_INVALIDATED');
    expect(await refusalOf(() => core.unlockWith(KIND.biometric))).toBe('KEY_INVALIDATED');
    expect([asked.count, storedAnchor(world)?.deadSlots.length]).toEqual([1, 1]);
    await core.unlock();
    expect([asked.count, await readValues(core)]).toEqual([1, { a: '1' }]);
  });

  it('of a vault that is to be erased then: the refusal is told although storage can not do it now', async () => {
    const world = makeWorld();
    const request = bothSlots('1234', { a: '1' });
    await startProcess(world).core.create({ ...request, policy: { ...request.policy, enrolment: ENROLMENT.wipe } });
    const busy = () => Promise.reject(new CoreError('TEMPORARILY_UNAVAILABLE', 'the disk is locked'));
    const { core, events } = startProcess(world, {
      adjust: (ports) => ({
        ...refusing('KEY_INVALIDATED').adjust(ports),
        anchors: { ...ports.anchors, replace: busy, remove: busy },
      }),
    });
    expect(await refusalOf(() => core.unlock())).toBe('KEY_INVALIDATED');
    expect([core.state.phase, events]).toEqual(['absent', ['erased']]);
  });
});

describe('while a prompt is shown', () => {
  it('nothing waits for the person, and who asks meanwhile shares it', async () => {
    const world = await worldWith();
    const thinking = gate();
    const { biometric } = world.kems;
    const asked = { count: 0 };
    const decapsulate: SlotKem['decapsulate'] = async (input) => {
      asked.count += 1;
      await thinking.passed;
      return biometric!.decapsulate(input);
    };
    const kems = { ...world.kems, biometric: { ...biometric!, decapsulate } };
    const { core } = startProcess(world, { adjust: (ports) => ({ ...ports, kems }) });
    await core.start();
    const unlocked = core.unlock();
    // At once: who asks after it shares it, whatever goes on in storage.
    expect(core.state.phase).toBe('unlocking');
    const shared = core.unlock({ automatic: true, only: KIND.appPasscode });
    await core.start();
    await core.start();
    expect([core.state.phase, asked.count]).toEqual(['unlocking', 1]);
    thinking.open();
    await unlocked;
    await shared;
    expect([asked.count, await readValues(core)]).toEqual([1, { a: '1' }]);
  });

  it('it was cancelled: it comes back when a person asks, and not by itself', async () => {
    const { adjust, asked } = refusing('USER_CANCELED');
    const { core } = startProcess(await worldWith(), { adjust });
    expect(await refusalOf(() => core.unlock({ automatic: true }))).toBe('USER_CANCELED');
    expect(await refusalOf(() => core.unlock({ automatic: true }))).toBe('LOCKED');
    expect(asked.count).toBe(1);
    expect(await refusalOf(() => core.unlock())).toBe('USER_CANCELED');
    expect(asked.count).toBe(2);
  });

  it('what nobody foresaw ends it, and locks nobody out', async () => {
    const enterPasscode = () => Promise.reject(new TypeError('the page is broken'));
    const { core } = startProcess(await worldWith(), {
      adjust: refusing('LOCKED_OUT').adjust,
      host: { authenticator: { enterPasscode } },
    });
    expect(await refusalOf(() => core.unlock())).toBe('TEMPORARILY_UNAVAILABLE');
    await core.unlockWith(KIND.appPasscode, '1234');
    expect(await readValues(core)).toEqual({ a: '1' });
  });

  it('another process changed to a vault without prompts: it opens by itself', async () => {
    const world = await worldWith();
    const { core } = startProcess(world);
    await core.start();
    const policy = { ...POLICY, mode: MODE.SecureStorage };
    await startProcess(world).core.create({ policy, slots: [{ kind: KIND.device }], values: valuesOf({ b: '2' }) });
    await core.unlock();
    expect(await readValues(core)).toEqual({ b: '2' });
  });
});

describe('in the same passcode prompt', () => {
  it.each([
    { entries: ['9999', '1234'], heard: ['AUTHENTICATION_FAILED', 'open'] },
    { entries: ['12', '1234'], heard: ['INVALID_PASSCODE', 'open'] },
    {
      entries: ['7777', '8888', '9999', '1234'],
      heard: [...['AUTHENTICATION_FAILED', 'AUTHENTICATION_FAILED', 'AUTHENTICATION_FAILED'], 'ATTEMPT_DELAYED'],
    },
  ])('the person may try again: $heard', async ({ entries, heard }) => {
    const world = makeWorld();
    await startProcess(world).core.create(newVault('1234', { a: '1' }));
    const at = person(...entries);
    const { core, events } = startProcess(world, { host: at });
    const isOpen = heard.at(-1) === 'open';
    expect(await refusalOf(() => core.unlock())).toBe(isOpen ? undefined : 'USER_CANCELED');
    expect([at.heard, events]).toEqual([heard, isOpen ? ['unlocked'] : []]);
    expect(core.state.phase).toBe(isOpen ? 'unlocked' : 'locked');
  });

  it.each<{ name: string; failure: Error; outcome: CoreErrorCode }>([
    { name: 'a key is gone', failure: new CoreError('KEY_MISSING', 'no such key'), outcome: 'KEY_MISSING' },
    {
      name: "somebody else's error with a code of ours",
      failure: Object.assign(new Error('no'), { code: 'INVALID_PASSCODE' }),
      outcome: 'TEMPORARILY_UNAVAILABLE',
    },
  ])('nobody tries again where $name', async ({ failure, outcome }) => {
    const world = makeWorld();
    await startProcess(world).core.create(newVault('1234', { a: '1' }));
    const at = person('1234', '1234');
    const { core } = startProcess(world, {
      host: at,
      adjust: (ports) => ({ ...ports, kdf: { derive: () => Promise.reject(failure) } }),
    });
    expect(await refusalOf(() => core.unlock())).toBe(outcome);
    expect(at.heard).toEqual([]);
  });

  it('the last attempt erases the vault: whoever waits hears of that, and finds it erased', async () => {
    const world = makeWorld();
    await startProcess(world).core.create(newVault('1234', { a: '1' }, { maxAttempts: 2 }));
    const at = person('8888', '9999', '1234');
    const { core, events } = startProcess(world, { host: at });
    expect(await refusalOf(() => core.unlock())).toBe('TOO_MANY_ATTEMPTS');
    expect([at.heard, events, core.state.phase]).toEqual([['AUTHENTICATION_FAILED'], ['erased'], 'absent']);
    expect(world.disk.anchors.size + world.disk.blobs.size).toBe(0);
  });
});
