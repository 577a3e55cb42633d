import { KIND, MODE } from '../../../src/vaults/format-words.ts';
import { isCallbackUrl } from '../../../src/oidc/phone/callback-url.ts';
import type { Calls } from '../../../src/vaults/bridged/calls.ts';
import { count, faulty, flag, list, nullable, oneOf, text, type Shape } from '../../../src/vaults/bridged/shape.ts';

type Members = Readonly<Record<string, Shape<unknown>>>;

/** Exactly these members: one that is missing, `null` or not known is refused. @param rest may be absent */
function exactly(needed: Members, rest: Members = {}): Shape<never> {
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw faulty(at);
    const given = value as Record<string, unknown>;
    const shapes = { ...needed, ...rest };
    for (const name of Object.keys(needed)) if (!Object.hasOwn(given, name)) throw faulty(`${at}.${name}`);
    for (const [name, one] of Object.entries(given)) {
      if (!Object.hasOwn(shapes, name)) throw faulty(`${at}.${name}`);
      shapes[name]!(one, `${at}.${name}`);
    }
    return value as never;
  };
}

function either(...shapes: readonly Shape<unknown>[]): Shape<unknown> {
  return (value, at) => {
    const fits = shapes.some((shape) => {
      try {
        shape(value, at);
        return true;
      } catch {
        return false;
      }
    });
    if (!fits) throw faulty(at);
    return value;
  };
}

const SIZE = 16 * 1024 * 1024;
const name = text(65_536);
const mode = oneOf(...Object.values(MODE));
const passcode = either(exactly({ text: name }), exactly({ chosen: text(64, 22) }));
const texts = exactly(
  {},
  {
    androidBiometricsPromptTitle: name,
    androidBiometricsPromptSubtitle: name,
    androidBiometricsPromptDescription: name,
    androidBiometricsNegativeButtonText: name,
    iosBiometricsLocalizedReason: name,
    iosBiometricsLocalizedCancelTitle: name,
    iosBiometricsLocalizedFallbackTitle: name,
  },
);
const settings = exactly(
  {
    mode,
    lockAfter: nullable(count),
    hideScreen: flag,
    wipeAtMax: flag,
    maxAttempts: count,
    onEnrollmentChange: oneOf('requireOther', 'wipe', 'ignore'),
  },
  { texts, idleTimeout: count, sessionTimeout: count },
);
const entry = exactly({ key: text(SIZE), json: text(SIZE) });
const change = exactly({ key: text(SIZE), json: nullable(text(SIZE)) });
const nothing = exactly({});
const header = exactly({ name: oneOf('accept', 'content-type', 'authorization', 'dpop'), value: headerValue });

function headerValue(value: unknown, at: string): string {
  const given = name(value, at);
  if (/[^\t\u0020-\u007e]/.test(given)) throw faulty(at);
  return given;
}

const request = { url: name, headers: list(header, 16), timeout: between(1, 600_000) };

function body(value: unknown, at: string): string {
  const given = text(1024 * 1024)(value, at);
  if (new TextEncoder().encode(given).length > 1024 * 1024) throw faulty(at);
  return given;
}

function callback(value: unknown, at: string): string {
  const given = name(value, at);
  if (!isCallbackUrl(given)) throw faulty(at);
  return given;
}

function between(least: number, most: number): Shape<number> {
  return (value, at) => {
    const given = count(value, at);
    if (given < least || given > most) throw faulty(at);
    return given;
  };
}

/** What each call takes. BRIDGE.md §4. */
export const ARGUMENTS: { readonly [Name in keyof Calls]: Shape<never> } = {
  open: exactly({ descriptor: either(exactly({ key: name }), exactly({ vaultName: name, username: name })), settings }),
  events: exactly({ after: count }),
  acknowledge: exactly({ event: count }),
  deviceFacts: nothing,
  isBiometricsSupported: nothing,
  isBiometricsAvailable: nothing,
  showBiometricPrompt: exactly({ texts }),
  setHidesScreen: exactly({ isHidden: flag }),
  hidesScreen: nothing,
  openAuthSession: exactly({ url: name, callbackUrl: callback, isEphemeral: flag }, { state: text(65_536, 1) }),
  takeAuthCallback: exactly({ callbackUrl: callback, state: text(65_536, 1) }),
  sendToProvider: either(
    exactly({ method: oneOf('GET'), ...request }),
    exactly({ method: oneOf('POST'), ...request }, { body }),
  ) as Shape<never>,
  status: nothing,
  isUnlocked: nothing,
  protection: nothing,
  keys: nothing,
  read: exactly({ keys: list(text(SIZE), SIZE) }),
  readAll: nothing,
  write: exactly({ changes: list(change, SIZE) }, { lease: text(64, 1) }),
  lease: exactly({ keys: list(text(SIZE), SIZE) }),
  endLease: exactly({ lease: text(64, 1) }),
  replace: exactly({ mode, entries: list(entry, SIZE) }, { passcode }),
  rekey: exactly({ mode }, { passcode }),
  slotsFor: exactly({ mode }),
  choosePasscode: nothing,
  unlock: exactly({}, { only: oneOf(...Object.values(KIND)) }),
  unlockWithPasscode: exactly({ passcode: exactly({ text: name }) }),
  lock: nothing,
  erase: nothing,
  configure: exactly({ settings }),
  activity: nothing,
};
