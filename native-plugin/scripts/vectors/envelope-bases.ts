/* eslint-disable max-lines -- a table of cases: its length is data, not logic */
import { hex, type Bytes } from '../../src/core/codec/bytes.ts';
import type { Slot } from '../../src/core/codec/envelope.ts';
import { ENROLMENT, KEM, KIND, MODE, PRF, type Enrolment, type Mode } from '../../src/core/codec/format-ids.ts';
import { LIMIT } from '../../src/core/codec/format-limits.ts';
import { parseEnvelope } from '../../src/core/codec/parse-envelope.ts';
import type { CorePorts, DeviceFunction, SlotKem } from '../../src/core/ports/ports.ts';
import type { SlotRequest } from '../../src/core/slots/make-slot.ts';
import { normalisePasscode } from '../../src/core/slots/passcode.ts';
import { slotSecret } from '../../src/core/slots/slot-secret.ts';
import { deviceKeyNames } from '../../src/core/slots/storage-names.ts';
import { createVault } from '../../src/core/store/write-vault.ts';
import { fixedDevice } from './fixed-ports.ts';

export const PASSCODE = 'caf\u00e9 12';

export interface BaseSlot {
  readonly kind: number;
  readonly slotId: string;
  /** S of a slot whose KEM is the platform's. */
  readonly secret?: string;
  readonly prf: number;
  readonly prfKey: string;
}

export interface EnvelopeBase {
  readonly name: string;
  readonly why: string;
  readonly hex: string;
  readonly scope: string;
  readonly passcode?: string;
  /** What the vector cases open when they name no other. */
  readonly kind: number;
  readonly slots: readonly BaseSlot[];
  readonly dek: string;
  readonly values: readonly (readonly [string, string])[];
}

interface Draft {
  readonly name: string;
  readonly why: string;
  readonly seed: number;
  readonly mode: Mode;
  readonly kinds: readonly (typeof KIND)[keyof typeof KIND][];
  readonly values?: readonly (readonly [string, string])[];
  readonly prf?: DeviceFunction['prf'];
  readonly kem?: SlotKem['kem'];
  readonly enrolment?: Enrolment;
}

const SESSION = ['session', '{"username":"jo","token":"t-1"}'] as const;
const BIG = [
  ['big', '9007199254740993'],
  ['dup', '{"a":1,"a":2}'],
  ['text', '"\\ud83d\\ude00 \u00e9"'],
] as const;

const drafts: readonly Draft[] = [
  {
    name: 'passcode',
    why: 'one appPasscode slot',
    seed: 1,
    mode: MODE.PasscodeOnly,
    kinds: [KIND.appPasscode],
    values: [SESSION],
  },
  {
    name: 'passcode-other',
    why: 'another vault with the same passcode',
    seed: 2,
    mode: MODE.PasscodeOnly,
    kinds: [KIND.appPasscode],
    values: [SESSION],
  },
  {
    name: 'empty',
    why: 'no values: the smallest payload',
    seed: 3,
    mode: MODE.PasscodeOnly,
    kinds: [KIND.appPasscode],
  },
  {
    name: 'both',
    why: 'RSA and passcode, with values that JSON parsers disagree about',
    seed: 4,
    mode: MODE.BiometricAndPasscode,
    kinds: [KIND.biometric, KIND.appPasscode],
    values: BIG,
  },
  {
    name: 'three',
    why: 'all three ways of a mode, over ECIES and prf 2',
    seed: 5,
    mode: MODE.BiometricOrPasscode,
    kinds: [KIND.biometric, KIND.deviceCredential, KIND.appPasscode],
    values: [SESSION],
    prf: PRF.ecdh,
    kem: KEM.eciesP256,
  },
  {
    name: 'device',
    why: 'S is 32 zero bytes',
    seed: 6,
    mode: MODE.SecureStorage,
    kinds: [KIND.device],
    values: [SESSION],
  },
  {
    name: 'webauthn',
    why: 'WebAuthn PRF; a changed enrolment erases',
    seed: 7,
    mode: MODE.BiometricOnly,
    kinds: [KIND.biometric],
    values: [SESSION],
    kem: KEM.webAuthnPrf,
    enrolment: ENROLMENT.wipe,
  },
  {
    name: 'keystore',
    why: 'AES of the Keystore; enrolment is ignored',
    seed: 8,
    mode: MODE.BiometricOnly,
    kinds: [KIND.biometric],
    values: [SESSION],
    kem: KEM.aesKeystore,
    enrolment: ENROLMENT.ignore,
  },
  {
    name: 'credential',
    why: 'the device credential alone, over prf 3',
    seed: 9,
    mode: MODE.DeviceCredentialOnly,
    kinds: [KIND.deviceCredential],
    values: [SESSION],
    prf: PRF.keychainHmac,
  },
  {
    name: 'rsa-sha1',
    why: 'RSA-OAEP with SHA-1, and the credential beside it',
    seed: 10,
    mode: MODE.BiometricAndDeviceCredential,
    kinds: [KIND.biometric, KIND.deviceCredential],
    values: [SESSION],
    kem: KEM.rsaOaepSha1,
  },
];

export function envelopeBases(): Promise<readonly EnvelopeBase[]> {
  return Promise.all(drafts.map(makeBase));
}

async function makeBase(draft: Draft): Promise<EnvelopeBase> {
  const { prf, kem, values = [] } = draft;
  const { ports, ring } = fixedDevice(draft.seed, { ...(prf && { prf }), ...(kem && { kem }) });
  const scope = await ports.aead.digest(new TextEncoder().encode(`scope ${draft.seed}`));
  let dek = '';
  const recording = { ...ports.aead, importDek: (raw: Bytes) => ((dek = hex(raw)), ports.aead.importDek(raw)) };

  await createVault(
    { ...ports, aead: recording },
    { scope, over: undefined },
    { policy: policyOf(draft), slots: draft.kinds.map(requestFor), values: bytesOf(values) },
  );
  const bytes = await ports.blobs.read(hex(scope));
  if (!bytes) throw new Error('nothing was written');
  const { header } = parseEnvelope(bytes);
  const slots = await Promise.all(header.slots.map((slot) => describe(ports, { vaultId: header.vaultId, ring }, slot)));
  const kind = draft.kinds.at(-1) ?? 0;
  const passcode = draft.kinds.includes(KIND.appPasscode) ? { passcode: PASSCODE } : {};
  return {
    name: draft.name,
    why: draft.why,
    hex: hex(bytes),
    scope: hex(scope),
    ...passcode,
    kind,
    slots,
    dek,
    values,
  };
}

function policyOf({ mode, enrolment = ENROLMENT.requireOther }: Draft) {
  return { mode, enrolment, maxAttempts: 5, wipeAtMax: true, passcodeSetupNeeded: false };
}

function requestFor(kind: Draft['kinds'][number]): SlotRequest {
  if (kind !== KIND.appPasscode) return { kind };
  return { kind, passcode: normalisePasscode(PASSCODE), iterations: LIMIT.iterationsMin };
}

function bytesOf(values: readonly (readonly [string, string])[]): ReadonlyMap<string, Bytes> {
  return new Map(values.map(([key, value]) => [key, new TextEncoder().encode(value)]));
}

async function describe(
  ports: CorePorts,
  { vaultId, ring }: { readonly vaultId: Bytes; readonly ring: ReadonlyMap<string, Bytes> },
  { head }: Slot,
): Promise<BaseSlot> {
  const key = ring.get(deviceKeyNames(vaultId, head.slotId).prf);
  if (!key) throw new Error('a slot without its key');
  const isPlatform = head.kem !== KEM.none;
  const secret = isPlatform ? { secret: hex(await slotSecret(ports, { vaultId, head }, {})) } : {};
  return { kind: head.kind, slotId: hex(head.slotId), ...secret, prf: head.prf, prfKey: hex(key) };
}
