import type { PasscodePromptOptions } from '../../definitions/passcode-prompt.ts';
import type { PasscodeRules } from '../../definitions/protection.ts';

/** The built-in passcode prompt. One is shown at a time. */
export interface PasscodePrompt {
  /** Asks until an entry is accepted. `false`: the user cancelled. Rejects what `submit` rejects with. */
  enter(request: EntryRequest): Promise<boolean>;
  /** Asks for a new passcode, twice. `undefined`: the user cancelled. */
  choose(request: ChoiceRequest): Promise<string | undefined>;
}

export interface EntryRequest {
  readonly options: PasscodePromptOptions;
  /** `undefined`: it was right. */
  readonly submit: (passcode: string) => Promise<EntryRefusal | undefined>;
  /** At this moment; `null`: the vault is never erased for wrong passcodes. */
  readonly attemptsLeft: () => Promise<number | null>;
}

/** After these the person may try again. Only a wrong passcode costs an attempt. */
export type EntryRefusal =
  | { readonly reason: 'wrong' }
  | { readonly reason: 'impossible' }
  /** @property retryAfter milliseconds */
  | { readonly reason: 'tooEarly'; readonly retryAfter: number };

export interface ChoiceRequest {
  readonly options: PasscodePromptOptions;
  readonly rules: PasscodeRules;
  /** `undefined`: it may be one. */
  readonly flawOf: (passcode: string) => PasscodeFlaw | undefined;
}

/** Why something can't be a new passcode. FORMAT.md §7, and the platform's minimum. */
export type PasscodeFlaw = 'tooShort' | 'tooLong' | 'notAllowed';
