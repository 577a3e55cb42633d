import type { CallName } from './calls.ts';

/** One call. BRIDGE.md §4. */
export interface CallMessage {
  readonly capability: string;
  /** `<page>.<number of the call>`; the answer repeats it. */
  readonly id: string;
  readonly call: CallName;
  /** Absent for calls of the process. */
  readonly vault?: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}
