/** `stored` locks; `open` (SecureStorage) never does; `memory` is erased by a lock. */
export type Custody = 'stored' | 'open' | 'memory';

export type Phase = 'absent' | 'locked' | 'unlocking' | 'unlocked';

export interface Lease {
  readonly id: string;
  /** The keys it may write. */
  readonly names: readonly string[];
  /** Set by a lock. */
  readonly deadline: number | null;
}

/** An own prompt that is shown. */
export interface Prompt {
  /** Whether its success proves that a person is present. */
  readonly authenticates: boolean;
  /** Of the state when it was shown: a later one means that its result is discarded. */
  readonly epoch: number;
  /** Longest stay in the background that ended during the prompt, milliseconds; `null`: none did. */
  readonly away: number | null;
}

interface Background {
  readonly since: number;
  /** Began while an own prompt was shown. */
  readonly duringPrompt: boolean;
}

/** Of an unlocked vault. */
interface Use {
  /** Since when it is unlocked: the login, or the unlock. */
  readonly since: number;
  /** When somebody was last there. */
  readonly last: number;
  /** The app was told that the idle lock is near. */
  readonly isWarned: boolean;
}

/** Everything that decides whether a vault answers. Plain data. Times in ms of the monotonic clock. */
export interface LockState {
  readonly phase: Phase;
  readonly custody: Custody;
  /** Milliseconds in the background; `null` = never, 0 = at once. */
  readonly lockAfter: number | null;
  readonly hideScreen: boolean;
  /** Milliseconds without anybody there; 0 = off. */
  readonly idleTimeout: number;
  /** Milliseconds since the login or unlock; 0 = off. */
  readonly sessionTimeout: number;
  readonly background: Background | null;
  /** On the screen, but not in use: another app, or the system, is before it. Nothing is locked for that. */
  readonly isInactive: boolean;
  /** While it was covered the app was told to leave the page. */
  readonly isLeft: boolean;
  readonly use: Use | null;
  readonly prompt: Prompt | null;
  /** Callers that share the unlock under way. */
  readonly callers: readonly string[];
  readonly lease: Lease | null;
  /** Whether a prompt may be shown that nobody asked for; off after a cancellation, until the next foreground. */
  readonly mayPrompt: boolean;
  /** Counts locks, erasures, damage and new vaults: what began in an earlier epoch is not answered in a later one. */
  readonly epoch: number;
}

/** What of the state is configured. */
export type LockSettings = Pick<LockState, 'lockAfter' | 'hideScreen'> &
  Partial<Pick<LockState, 'idleTimeout' | 'sessionTimeout'>>;

/** A process that has just started. */
export function initialState(settings: LockSettings): LockState {
  return {
    phase: 'absent',
    custody: 'stored',
    lockAfter: settings.lockAfter,
    hideScreen: settings.hideScreen,
    idleTimeout: settings.idleTimeout ?? 0,
    sessionTimeout: settings.sessionTimeout ?? 0,
    background: null,
    isInactive: false,
    isLeft: false,
    use: null,
    prompt: null,
    callers: [],
    lease: null,
    mayPrompt: true,
    epoch: 0,
  };
}
