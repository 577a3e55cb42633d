import type { ManualStep } from './edit.ts';

/** Every failure the tool can end with, and its exit code; what each code says is in exit-codes.ts. */
export const exitCodes = {
  /** A bug in this tool. */
  INTERNAL: 1,
  /** A file changed on both sides; nothing was written. */
  CONFLICT: 3,
  /** A question has no answer, and the run can't ask. */
  ANSWER_NEEDED: 4,
  /** Not an app this tool can work on. */
  UNSUPPORTED: 5,
  /** A file that can't be read or parsed. */
  UNREADABLE: 5,
  /** A step is left for a person. */
  MANUAL: 6,
  /** A file can't be written; nothing was changed. */
  UNWRITABLE: 5,
  /** Wrong flags or values. */
  USAGE: 64,
  /** Ctrl-C, or a prompt that was cancelled. */
  INTERRUPTED: 130,
} as const;

export type ErrorCode = keyof typeof exitCodes;

/** Where in a file something is: `path`, or `path:line`, or `path:line:column`. */
export interface Place {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

interface ErrorDetails {
  readonly where?: Place;
  /** Steps that are left for a person, where that is why. */
  readonly manual?: readonly ManualStep[];
  /** What to do about it, ready to act on. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** The only error that reaches the user on purpose: what happened, where, and how to fix it. */
export class CliError extends Error {
  readonly code: ErrorCode;
  readonly where: Place | undefined;
  readonly hint: string | undefined;
  readonly manual: readonly ManualStep[] | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'CliError';
    this.code = code;
    this.where = details.where;
    this.hint = details.hint;
    this.manual = details.manual;
  }

  get exitCode(): number {
    return exitCodes[this.code];
  }
}
