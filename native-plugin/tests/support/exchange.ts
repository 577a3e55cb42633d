import { unhex } from '../../scripts/vectors/envelope-edit.ts';
import { fixedDevice } from '../../scripts/vectors/fixed-ports.ts';
import { hex } from '../../src/core/codec/bytes.ts';
import { ENROLMENT, KIND, MODE, PRF } from '../../src/core/codec/format-ids.ts';
import type { CorePorts } from '../../src/core/ports/ports.ts';
import type { SlotRequest } from '../../src/core/slots/make-slot.ts';
import { normaliseNewPasscode } from '../../src/core/slots/passcode.ts';
import { scopeOf, type Descriptor } from '../../src/core/slots/scope.ts';
import { unlockSlot, type UnlockRequest } from '../../src/core/slots/unlock-slot.ts';
import { loadVault } from '../../src/core/store/load-vault.ts';

import { createVault, type VaultPolicy } from '../../src/core/store/write-vault.ts';
import { eciesKem } from './ecies-kem.ts';

/** What is asked for, in hexadecimal and text. */
interface Asked {
  readonly scope: string;
  readonly passcode: string;
  /** On a device with keys of this kind, and by biometrics, too; absent: by the passcode alone, with prf 1. */
  readonly keysOf?: 'iPhone';
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
  readonly values: Asked['values'];
  /** What biometrics opened. */
  readonly byBiometrics?: Asked['values'];
  readonly anchor: string;
}

const policyOf = ({ keysOf }: Asked): VaultPolicy => ({
  mode: keysOf ? MODE.BiometricAndPasscode : MODE.PasscodeOnly,
  enrolment: ENROLMENT.requireOther,
  maxAttempts: 5,
  wipeAtMax: true,
  passcodeSetupNeeded: false,
});

/** Vaults of the core in TypeScript as texts: `seal` makes one of what is asked for, `open` says what is in one. */
export async function exchange(what: 'seal' | 'open', text: string): Promise<string> {
  const given = JSON.parse(text) as Sealed;
  return JSON.stringify(what === 'seal' ? await seal(given) : await open(given));
}

/** What the vault of an app's descriptor is stored under. */
export async function scopeName(appId: string, descriptor: Descriptor): Promise<string> {
  return hex(await scopeOf(fixedDevice(1).ports.aead, appId, descriptor));
}

async function seal(asked: Asked): Promise<Sealed> {
  const { ports, ring } = deviceFor(asked);
  const passcode = normaliseNewPasscode(asked.passcode, 4);
  const slots: SlotRequest[] = [{ kind: KIND.appPasscode, passcode, iterations: 100_000 }];
  if (asked.keysOf) slots.unshift({ kind: KIND.biometric });
  const values = new Map(asked.values.map(([key, value]) => [key, new TextEncoder().encode(value)]));
  await createVault(ports, { scope: unhex(asked.scope), over: undefined }, { policy: policyOf(asked), slots, values });
  const envelope = (await ports.blobs.read(asked.scope)) ?? new Uint8Array();
  const keys = Object.fromEntries([...ring].map(([name, key]) => [name, hex(key)]));
  return { ...asked, anchor: await storedAnchor(ports, asked.scope), envelope: hex(envelope), keys };
}

async function open(sealed: Sealed): Promise<Found> {
  const { scope, passcode, anchor, envelope, keys, keysOf } = sealed;
  const { ports, ring } = deviceFor(sealed);
  for (const [name, key] of Object.entries(keys)) ring.set(name, unhex(key));
  await ports.anchors.replace(scope, undefined, unhex(anchor));
  await ports.blobs.write(scope, unhex(envelope));
  const opened = async (request: UnlockRequest): Promise<Asked['values']> => {
    const vault = await loadVault(ports, unhex(scope));
    if (!vault) throw new Error('nothing is stored');
    const { values } = await unlockSlot(ports, vault, request);
    return Array.from(values, ([key, value]) => [key, new TextDecoder().decode(value)] as const);
  };
  const biometric = keysOf && { byBiometrics: await opened({ kind: KIND.biometric }) };
  const values = await opened({ kind: KIND.appPasscode, passcode });
  return { values, ...biometric, anchor: await storedAnchor(ports, scope) };
}

function deviceFor({ keysOf }: Asked): ReturnType<typeof fixedDevice> {
  if (!keysOf) return fixedDevice(1);
  const { ports, ring } = fixedDevice(1, { prf: PRF.ecdh });
  return { ring, ports: { ...ports, kems: { biometric: eciesKem(ring, ports.random) } } };
}

async function storedAnchor({ anchors }: CorePorts, scope: string): Promise<string> {
  return hex((await anchors.read(scope)) ?? new Uint8Array());
}
