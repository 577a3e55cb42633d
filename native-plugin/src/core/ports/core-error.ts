/** The closed list of FORMAT.md §16. */
export const CORE_ERROR_CODES = [
  'CORRUPT',
  'UNSUPPORTED_FORMAT',
  'SCOPE_MISMATCH',
  'SLOT_NOT_FOUND',
  'INVALID_PASSCODE',
  'AUTHENTICATION_FAILED',
  'NOT_FOUND',
  'ROLLED_BACK',
  'KEY_MISSING',
  'KEY_INVALIDATED',
  'DEVICE_FUNCTION_FAILED',
  'TEMPORARILY_UNAVAILABLE',
  'ATTEMPT_DELAYED',
  'TOO_MANY_ATTEMPTS',
  'USER_CANCELED',
  'LOCKED_OUT',
  'LOCKED',
  'CONFLICT',
  'POLICY_NOT_MET',
  'INVALID_ARGUMENT',
  'LIMIT_EXCEEDED',
] as const;

export type CoreErrorCode = (typeof CORE_ERROR_CODES)[number];

interface CoreErrorOptions {
  /** What the platform failed with. */
  readonly cause?: unknown;
  readonly retryAfter?: number;
}

/** Why the core refused. `detail` is for developers: it never holds a secret or a stored value. */
export class CoreError extends Error {
  override readonly name = 'CoreError';
  readonly code: CoreErrorCode;
  /** Milliseconds until another attempt is allowed; only with `ATTEMPT_DELAYED`. */
  readonly retryAfter: number | undefined;

  constructor(code: CoreErrorCode, detail: string, { cause, retryAfter }: CoreErrorOptions = {}) {
    super(`${code}: ${detail}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** `undefined` for anything that is not a {@link CoreError}. */
export function coreErrorCode(error: unknown): CoreErrorCode | undefined {
  return error instanceof CoreError ? error.code : undefined;
}

export function corrupt(detail: string): CoreError {
  return new CoreError('CORRUPT', detail);
}

export function unsupported(detail: string): CoreError {
  return new CoreError('UNSUPPORTED_FORMAT', detail);
}

/** Not being able to read now, or having been overtaken, says nothing about what is stored. */
export function isDamage(code: CoreErrorCode): boolean {
  return code !== 'TEMPORARILY_UNAVAILABLE' && code !== 'CONFLICT';
}
