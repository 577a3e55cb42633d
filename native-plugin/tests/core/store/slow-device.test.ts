import { expect, it } from 'vitest';
import { KIND, MODE } from '../../../src/core/codec/format-ids.ts';
import { CoreError } from '../../../src/core/ports/core-error.ts';
import type { CorePorts, SlotKem } from '../../../src/core/ports/ports.ts';
import { deviceKeyNames } from '../../../src/core/slots/storage-names.ts';
import { sweepKeys } from '../../../src/core/store/sweep-keys.ts';
import { refusalOf } from '../support/outcome.ts';
import {
  bothSlots,
  makeWorld,
  NAME,
  newVault,
  passcodeSlot,
  POLICY,
  startProcess,
  storedEnvelope,
  valuesOf,
  type Process,
  type World,
} from '../support/world.ts';

/** More than what one operation waits for beside its device. */
const TURNS = 30;

interface UnderWay {
  count: number;
}

/** Whatever is asked of this part of a device takes its time. */
function slow<Part extends object>(part: Part, underWay: UnderWay): Part {
  return new Proxy(part, {
    get: (target, name, receiver): unknown => {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member === 'object' && member !== null) return slow(member, underWay);
      if (typeof member !== 'function') return member;
      return async (...given: unknown[]): Promise<unknown> => {
        underWay.count += 1;
        try {
          for (let left = TURNS; left > 0; left--) await Promise.resolve();
          return await (member as (...given: unknown[]) => unknown).apply(target, given);
        } finally {
          underWay.count -= 1;
        }
      };
    },
  });
}

function slowPorts(ports: CorePorts, underWay: UnderWay): CorePorts {
  const { deviceFunction, anchorMac, anchors, blobs, joint, kems } = ports;
  return {
    ...ports,
    deviceFunction: slow(deviceFunction, underWay),
    anchorMac: slow(anchorMac, underWay),
    anchors: slow(anchors, underWay),
    blobs: slow(blobs, underWay),
    ...(joint && { joint: slow(joint, underWay) }),
    kems: { biometric: slow(kems.biometric!, underWay), deviceCredential: slow(kems.deviceCredential!, underWay) },
  };
}

const refused = () => Promise.reject(new CoreError('TEMPORARILY_UNAVAILABLE', 'not now'));
const without = (changes: Partial<SlotKem>) => (ports: CorePorts) => ({
  ...ports,
  kems: { ...ports.kems, deviceCredential: { ...ports.kems.deviceCredential!, ...changes } },
});
const three = {
  ...newVault('1234', { a: '1' }),
  policy: { ...POLICY, mode: MODE.BiometricAndPasscode },
  slots: [{ kind: KIND.biometric }, { kind: KIND.deviceCredential }, passcodeSlot('1234')],
};

interface Scenario {
  readonly name: string;
  readonly before?: (world: World) => Promise<void> | void;
  readonly adjust?: (ports: CorePorts) => CorePorts;
  readonly joint?: boolean;
  readonly act: (process: Process, world: World) => Promise<unknown>;
}

const created = async (world: World) => startProcess(world).core.create(three);
const another = { policy: POLICY, keep: [], create: [passcodeSlot('5678')] };

const scenarios: readonly Scenario[] = [
  { name: 'a creation', act: ({ core }) => core.create(three) },
  { name: 'a creation in one transaction', joint: true, act: ({ core }) => core.create(three) },
  {
    name: 'a creation whose second slot can not be made',
    adjust: without({ create: refused }),
    act: ({ core }) => core.create(three),
  },
  {
    name: 'a creation whose values can not be written',
    act: ({ core }) => core.create({ ...three, values: valuesOf({ '': '1' }) }),
  },
  { name: 'a login over a vault', before: created, act: ({ core }) => core.create(three) },
  {
    name: 'a write',
    before: created,
    act: ({ core }) => core.unlockWith(KIND.biometric).then(() => core.write(valuesOf({ a: '2' }))),
  },
  {
    name: 'a re-key, and the keys that it takes away',
    before: created,
    act: ({ core }) => core.unlockWith(KIND.appPasscode, '1234').then(() => core.rekey(another)),
  },
  {
    name: 'a write in one transaction, without and with a turn',
    joint: true,
    act: async ({ core }) => {
      await core.create(three);
      await core.write(valuesOf({ a: '2' }));
      await core.rekey(another);
    },
  },
  { name: 'a wrong passcode', before: created, act: ({ core }) => core.unlockWith(KIND.appPasscode, '0000') },
  {
    name: 'an attempt without an answer',
    before: created,
    adjust: (ports) => ({ ...ports, deviceFunction: { ...ports.deviceFunction, evaluate: refused } }),
    act: ({ core }) => core.unlockWith(KIND.appPasscode, '1234'),
  },
  {
    name: 'a key that the system destroyed',
    before: async (world) => {
      await created(world);
      const { vaultId, slots } = storedEnvelope(world)!.header;
      await world.kems.biometric!.destroy(deviceKeyNames(vaultId, slots[0]!.head.slotId).kem);
    },
    act: ({ core }) => core.unlockWith(KIND.biometric),
  },
  {
    name: 'a load that takes the former envelope',
    before: async (world) => {
      const { core } = startProcess(world);
      await core.create(bothSlots('1234', {}));
      const anchor = world.disk.anchors.get(NAME)!;
      await core.write(valuesOf({ a: '2' }));
      world.disk.anchors.set(NAME, anchor);
    },
    act: ({ core }) => core.start(),
  },
  { name: 'an erasure', before: created, act: ({ core }) => core.erase() },
  {
    name: 'a sweep',
    before: created,
    act: ({ ports }, world) => {
      // So many that a sweep which did not wait for them would end before.
      const foreign = ['a', 'b', 'c', 'd', 'e', 'f'].map((digit) => `idv1.${digit.repeat(32)}.${'cd'.repeat(8)}.prf`);
      const [own = ''] = [...world.ring.keys()].filter((name) => name.endsWith('.prf'));
      const left = [...foreign, `${own.slice(0, 37)}.${'ef'.repeat(8)}.prf`];
      return sweepKeys({
        anchorMac: ports.anchorMac,
        mutex: world.mutex,
        anchorNames: () => Promise.resolve([NAME]),
        readAnchor: (name) => ports.anchors.read(name),
        keyNames: () => Promise.resolve(left),
        destroyKey: (name) => ports.deviceFunction.destroy(name),
      });
    },
  },
];

it.each(scenarios)('on a slow device nothing is under way any more when $name ends', async (scenario) => {
  const world = makeWorld();
  await scenario.before?.(world);
  const underWay = { count: 0 };
  const adjust = (ports: CorePorts) => slowPorts(scenario.adjust?.(ports) ?? ports, underWay);
  const process = startProcess(world, { adjust, ...(scenario.joint && { joint: true }) });
  await refusalOf(() => scenario.act(process, world));
  expect(underWay.count).toBe(0);
});
