import { CoreError } from '../../../src/core/ports/core-error.ts';
import { VaultErrorCodes } from '../../../src/definitions/errors.ts';
import { asVaultError } from '../../../src/vaults/refusals.ts';

/** What a plugin's call is rejected with: the arguments of Capacitor's `reject`. BRIDGE.md §6. */
export class RefusalMessage extends Error {
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: string, data: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.code = code;
    this.data = data;
  }
}

/** Reasons of policies, by what LocalVaults writes into its messages. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/needs biometric keys/, 'NO_BIOMETRIC_KEYS'],
  [/device's own passcode unlocks/, 'NO_DEVICE_CREDENTIAL_KEYS'],
  [/^Use at |^The passcode has/, 'PASSCODE_NOT_ALLOWED'],
];

/** Whatever a call failed with, as native tells it. */
export function refusalMessage(error: unknown): RefusalMessage {
  if (error instanceof RefusalMessage) return error;
  const { code, message, cause } = asVaultError(error);
  const core = cause instanceof CoreError ? cause : undefined;
  const reason = core?.code ?? REASONS.find(([pattern]) => pattern.test(message))?.[1];
  return new RefusalMessage(VaultErrorCodes[code], {
    ...(reason !== undefined && { reason }),
    ...(core?.retryAfter !== undefined && { retryAfter: core.retryAfter }),
  });
}
