import { LIMIT } from '../../core/codec/format-limits.ts';
import {
  BiometricPermissionState,
  BiometricSecurityStrength,
  SupportedBiometricType,
} from '../../definitions/device.ts';
import type { ProtectionReport } from '../../definitions/protection.ts';
import { KIND, MODE, type Kind } from '../format-words.ts';
import type { Header, ProviderAnswer } from '../auth-service.ts';
import type { DeviceFacts, Entry, VaultStatus } from '../vault-service.ts';
import type { Calls } from './calls.ts';
import { count, faulty, flag, list, nothing, nullable, oneOf, optional, record, text, type Shape } from './shape.ts';
import { vaultEvents, vaultId } from './vault-event.ts';

const key = text(LIMIT.payloadKey, 1);
/** More than fit into the largest vault can't be true. */
const MOST_ENTRIES = LIMIT.envelope / 8;
/** BRIDGE.md §7. */
const MOST_ADDRESS = 65_536;
const MOST_BODY = 1024 * 1024;
const MOST_HEADERS = 64;

/** What fails to be JSON later would tell a piece of the value in its error. */
const jsonText: Shape<string> = (value, at) => {
  const json = text(LIMIT.envelope)(value, at);
  try {
    JSON.parse(json);
  } catch {
    throw faulty(at);
  }
  return json;
};

const entries: Shape<readonly Entry[]> = (value, at) => {
  const all = list(record<Entry>({ key, json: jsonText }), MOST_ENTRIES)(value, at);
  const size = all.reduce((sum, entry) => sum + entry.key.length + entry.json.length, 0);
  if (size > LIMIT.envelope || hasTwice(all.map((entry) => entry.key))) throw faulty(at);
  return all;
};

const keys: Shape<readonly string[]> = (value, at) => {
  const all = list(key, MOST_ENTRIES)(value, at);
  if (hasTwice(all)) throw faulty(at);
  return all;
};

function hasTwice(names: readonly string[]): boolean {
  return new Set(names).size < names.length;
}

const kinds: Shape<readonly Kind[]> = list(oneOf(...Object.values(KIND)), LIMIT.slots);

const status = record<VaultStatus>({
  mode: oneOf(...Object.values(MODE)),
  kinds,
  isStored: flag,
  isInUse: flag,
  hasSession: flag,
  isLocked: flag,
  isPasscodeSetupNeeded: flag,
  attemptsLeft: nullable(count),
});

const tristate = oneOf('yes', 'no', 'unknown');

const protection = record<ProtectionReport>({
  persistent: tristate,
  encryptedAtRest: tristate,
  nonExtractableKey: oneOf('yes', 'no', 'unknown', 'script-only'),
  hardwareBacked: tristate,
  userVerification: tristate,
  offlineGuessing: oneOf('impossible', 'possible', 'not-needed', 'unknown'),
  attemptLimit: oneOf('enforced', 'advisory', 'none'),
  passcodeSeenByJs: tristate,
});

const deviceFacts = record<DeviceFacts>({
  hardware: list(oneOf(...Object.values(SupportedBiometricType)), 8),
  strength: oneOf(...Object.values(BiometricSecurityStrength)),
  hasSecureHardware: flag,
  permission: oneOf(...Object.values(BiometricPermissionState)),
  isLockedOut: flag,
  isSystemPasscodeSet: flag,
});

const returned = record({ url: optional(text(MOST_ADDRESS, 1)) });

/** A redirect is no answer, and below 200 nothing is said yet. */
const answerStatus: Shape<number> = (value, at) => {
  const status = count(value, at);
  if (status < 200 || status > 599 || (status >= 300 && status < 400)) throw faulty(at);
  return status;
};

const providerAnswer = record<ProviderAnswer>({
  status: answerStatus,
  headers: list(record<Header>({ name: text(64, 1), value: text(MOST_ADDRESS) }), MOST_HEADERS),
  body: text(MOST_BODY),
});

/** What each call may answer. */
export const RESULTS: { readonly [Name in keyof Calls]: Shape<Calls[Name][1]> } = {
  open: vaultId,
  events: vaultEvents,
  acknowledge: nothing,
  deviceFacts,
  isBiometricsSupported: flag,
  isBiometricsAvailable: flag,
  showBiometricPrompt: nothing,
  setHidesScreen: nothing,
  hidesScreen: flag,
  openAuthSession: returned,
  takeAuthCallback: returned,
  sendToProvider: optional(providerAnswer),
  status,
  isUnlocked: flag,
  protection,
  keys,
  read: entries,
  readAll: entries,
  write: nothing,
  lease: text(64, 1),
  endLease: nothing,
  replace: nothing,
  rekey: nothing,
  slotsFor: kinds,
  choosePasscode: record({ chosen: optional(text(64, 22)) }),
  unlock: nothing,
  unlockWithPasscode: nothing,
  lock: nothing,
  erase: nothing,
  configure: nothing,
  activity: nothing,
};
