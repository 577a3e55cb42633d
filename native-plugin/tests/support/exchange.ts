import { unhex } from '../../scripts/vectors/envelope-edit.ts';
import { fixedDevice } from '../../scripts/vectors/fixed-ports.ts';
import { hex } from '../../src/core/codec/bytes.ts';
import { ENROLMENT, KIND, MODE } from '../../src/core/codec/format-ids.ts';
import type { CorePorts } from '../../src/core/ports/ports.ts';
import { normaliseNewPasscode } from '../../src/core/slots/passcode.ts';
import { unlockSlot } from '../../src/core/slots/unlock-slot.ts';
import { loadVault } from '../../src/core/store/load-vault.ts';
import { createVault } from '../../src/core/store/write-vault.ts';

/** What is asked for, in hexadecimal and text. */
interface Asked {
  readonly scope: string;
  readonly passcode: string;
  readonly values: readonly (readonly [key: string, value: string])[];
}

/** And a vault of it. */
interface Sealed extends Asked {
  readonly anchor: string;
  readonly envelope: string;
  readonly keys: Readonly<Record<string, string>>;
}

/** What was in it, and the anchor after it was opened. */
interface Found {
  readonly values: readonly (readonly [key: string, value: string])[];
  readonly anchor: string;
}

const policy = {
  mode: MODE.PasscodeOnly,
  enrolment: ENROLMENT.requireOther,
  maxAttempts: 5,
  wipeAtMax: true,
  passcodeSetupNeeded: false,
};

/** Vaults of the core in TypeScript as texts: `seal` makes one of what is asked for, `open` says what is in one. */
export async function exchange(what: 'seal' | 'open', text: string): Promise<string> {
  const given = JSON.parse(text) as Sealed;
  return JSON.stringify(what === 'seal' ? await seal(given) : await open(given));
}

async function seal(asked: Asked): Promise<Sealed> {
  const { ports, ring } = fixedDevice(1);
  const passcode = normaliseNewPasscode(asked.passcode, 4);
  const slot = { kind: KIND.appPasscode, passcode, iterations: 100_000 };
  const values = new Map(asked.values.map(([key, value]) => [key, new TextEncoder().encode(value)]));
  await createVault(ports, { scope: unhex(asked.scope), over: undefined }, { policy, slots: [slot], values });
  const envelope = (await ports.blobs.read(asked.scope)) ?? new Uint8Array();
  const keys = Object.fromEntries([...ring].map(([name, key]) => [name, hex(key)]));
  return { ...asked, anchor: await storedAnchor(ports, asked.scope), envelope: hex(envelope), keys };
}

async function open({ scope, passcode, anchor, envelope, keys }: Sealed): Promise<Found> {
  const { ports, ring } = fixedDevice(1);
  for (const [name, key] of Object.entries(keys)) ring.set(name, unhex(key));
  await ports.anchors.replace(scope, undefined, unhex(anchor));
  await ports.blobs.write(scope, unhex(envelope));
  const vault = await loadVault(ports, unhex(scope));
  if (!vault) throw new Error('nothing is stored');
  const { values } = await unlockSlot(ports, vault, { kind: KIND.appPasscode, passcode });
  const texts = Array.from(values, ([key, value]) => [key, new TextDecoder().decode(value)] as const);
  return { values: texts, anchor: await storedAnchor(ports, scope) };
}

async function storedAnchor({ anchors }: CorePorts, scope: string): Promise<string> {
  return hex((await anchors.read(scope)) ?? new Uint8Array());
}
