import { VaultError, VaultErrorCodes } from '../../definitions/errors.ts';
import { textOfCode } from '../local/core-failure.ts';
import { missingPasscode } from '../refusals.ts';
import { count, faulty, optional, record, text } from './shape.ts';

/** Why native rejected a call. BRIDGE.md §6. */
export interface Refusal {
  readonly error: VaultError;
  /** As in an `Answer`; 0 where Capacitor rejected, and native never saw the call. */
  readonly events: number;
}

/** What native rejects with beside the code. */
interface RefusalData {
  readonly id: string;
  readonly events: number;
  /** A code of FORMAT.md §16, or one of {@link REASONS}. */
  readonly reason: string | undefined;
  /** Milliseconds, with `AttemptDelayed`. */
  readonly retryAfter: number | undefined;
}

const refusalData = record<RefusalData>({
  id: text(64),
  events: count,
  reason: optional(text(64)),
  retryAfter: optional(count),
});

/** Beside the core's. */
const REASONS: Readonly<Record<string, string>> = {
  NO_BIOMETRIC_KEYS: 'This mode needs biometric keys, which are not available here.',
  NO_DEVICE_CREDENTIAL_KEYS:
    "This mode needs keys that the device's own passcode unlocks, which are not available here.",
  PASSCODE_NOT_ALLOWED: 'This can not be a new passcode: see passcodeRules().',
  ORIGIN_NOT_ALLOWED:
    'This origin is not in plugins.CapacitorIdentityVault.authOrigins of the Capacitor configuration. Add it there, and run "npx cap sync".',
  BRIDGE_LOGGING:
    'Capacitor logs every call in this build, tokens included: see loggingBehavior in its configuration. Nothing is stored.',
};

/** Codes that name no vault error: Capacitor's own, and those of calls that are no calls. */
const UNTAKEN: readonly unknown[] = [
  'UNIMPLEMENTED',
  'UNAVAILABLE',
  'BridgeCapability',
  'BridgeArguments',
  'BridgeVault',
];

/**
 * What the app is told. Texts are always our own: what native writes into a message could be anything.
 * @param id of the call
 * @throws VaultError `VaultUnavailable`: it is not the rejection of this call
 */
export function refusalOf(error: unknown, id: string): Refusal {
  const { code, data } = rejection(error);
  if (data === undefined) return { error: untaken(code), events: 0 };
  const { reason, retryAfter, ...told } = refusalData(data, 'error.data');
  if (told.id !== id) throw faulty('error.data.id');
  return { error: vaultErrorOf(code, reason, retryAfter), events: told.events };
}

/** What a rejection of Capacitor may have. */
export function rejection(error: unknown): { readonly code?: unknown; readonly data?: unknown } {
  return typeof error === 'object' && error !== null ? error : {};
}

/** @param reason finer than the code */
export function vaultErrorOf(name: unknown, reason: string | undefined, retryAfter?: number): VaultError {
  const code = typeof name === 'string' ? VaultErrorCodes[name as keyof typeof VaultErrorCodes] : undefined;
  // An enum has its numbers as names, too.
  if (typeof code !== 'number') return untaken(name);
  return new VaultError(code, textOf(code, reason ?? '', retryAfter));
}

function textOf(code: VaultErrorCodes, reason: string, retryAfter: number | undefined): string {
  const byReason = Object.hasOwn(REASONS, reason) ? REASONS[reason] : textOfCode(reason, retryAfter);
  if (byReason !== undefined) return byReason;
  const known = missingPasscode();
  return code === known.code ? known.message : `The vault refused: see VaultErrorCodes.${VaultErrorCodes[code]}.`;
}

function untaken(code: unknown): VaultError {
  const why = UNTAKEN.includes(code) ? String(code) : 'it did not say why';
  return new VaultError(VaultErrorCodes.VaultUnavailable, `The native part did not take a call: ${why}.`);
}
