import { KDF, KEM, KIND, MODE, type KdfId, type Kem, type Kind, type Mode } from './format-ids.ts';
import { LIMIT } from './format-limits.ts';

/** Inclusive. */
type Range = readonly [least: number, most: number];

/** What a slot's fields may be; unused ones are zero. FORMAT.md §4.1. */
interface SlotRule {
  readonly kdf: KdfId;
  readonly iterations: Range;
  readonly salt: Range;
  readonly enc: Range;
}

const NONE: Range = [0, 0];
const unused = { kdf: KDF.none, iterations: NONE, salt: NONE, enc: NONE };
const rsa: SlotRule = { ...unused, enc: [256, 256] };
const publicKeys = {
  [KEM.rsaOaepSha256]: rsa,
  [KEM.rsaOaepSha1]: rsa,
  [KEM.eciesP256]: { ...unused, enc: [113, 113] },
  [KEM.aesKeystore]: { ...unused, enc: [60, 60] },
} satisfies Partial<Record<Kem, SlotRule>>;

const RULES: Readonly<Record<Kind, Partial<Record<Kem, SlotRule>>>> = {
  [KIND.biometric]: { ...publicKeys, [KEM.webAuthnPrf]: { ...unused, salt: [32, 32], enc: [1, 1023] } },
  [KIND.deviceCredential]: publicKeys,
  [KIND.appPasscode]: {
    [KEM.none]: {
      kdf: KDF.pbkdf2,
      iterations: [LIMIT.iterationsMin, LIMIT.iterationsMax],
      salt: [LIMIT.saltMin, LIMIT.saltMax],
      enc: NONE,
    },
  },
  [KIND.device]: { [KEM.none]: unused },
};

/** `undefined`: this kind of slot does not use this KEM. */
export function slotRule(kind: Kind, kem: Kem): SlotRule | undefined {
  return RULES[kind][kem];
}

const withPasscode: readonly Kind[] = [KIND.biometric, KIND.deviceCredential, KIND.appPasscode];
const system: readonly Kind[] = [KIND.biometric, KIND.deviceCredential];

/** The kinds of slots that a vault of each mode may have. FORMAT.md §4.1. */
export const KINDS_OF_MODE: Readonly<Record<Mode, readonly Kind[]>> = {
  [MODE.BiometricOnly]: system,
  [MODE.PasscodeOnly]: [KIND.appPasscode],
  [MODE.BiometricAndPasscode]: withPasscode,
  [MODE.InMemoryOnly]: [],
  [MODE.BiometricOrPasscode]: withPasscode,
  [MODE.SecureStorage]: [KIND.device],
  [MODE.DeviceCredentialOnly]: [KIND.deviceCredential],
  [MODE.BiometricAndDeviceCredential]: system,
};

export function isWithin([least, most]: Range, value: number): boolean {
  return value >= least && value <= most;
}
