/** Ids of FORMAT.md §2. */
export const FMT = 1;
export const SUITE = 1;

export const MODE = {
  BiometricOnly: 0,
  PasscodeOnly: 1,
  BiometricAndPasscode: 2,
  /** Never stored. */
  InMemoryOnly: 3,
  BiometricOrPasscode: 4,
  SecureStorage: 5,
  DeviceCredentialOnly: 6,
  BiometricAndDeviceCredential: 7,
} as const;
export type Mode = (typeof MODE)[keyof typeof MODE];

/** What a changed biometric enrolment does to the vault. */
export const ENROLMENT = { requireOther: 0, wipe: 1, ignore: 2 } as const;
export type Enrolment = (typeof ENROLMENT)[keyof typeof ENROLMENT];

export const KIND = { biometric: 1, deviceCredential: 2, appPasscode: 3, device: 4 } as const;
export type Kind = (typeof KIND)[keyof typeof KIND];

export const KEM = { none: 0, rsaOaepSha256: 1, rsaOaepSha1: 2, eciesP256: 3, webAuthnPrf: 4, aesKeystore: 5 } as const;
export type Kem = (typeof KEM)[keyof typeof KEM];

export const PRF = { hmac: 1, ecdh: 2, keychainHmac: 3 } as const;
export type Prf = (typeof PRF)[keyof typeof PRF];

export const KDF = { none: 0, pbkdf2: 1 } as const;
export type KdfId = (typeof KDF)[keyof typeof KDF];

export const FLAG = { hasValues: 1, hasSession: 2, wipeAtMax: 4, passcodeSetupNeeded: 8 } as const;

/** Whether a number read from outside is one of the ids. */
export function isIdOf<Id extends number>(ids: Readonly<Record<string, Id>>, value: number): value is Id {
  return Object.values(ids).some((id) => id === value);
}
