/**
 * What people read in the built-in passcode prompt of the web. In braces stands what is put in: `{min}`, `{max}` and `{count}` are
 * numbers, `{time}` is a time with its unit.
 */
export interface PasscodePromptTexts {
  /** Heading of the prompt that unlocks. */
  unlockTitle: string;
  /** Heading of the prompt for a new passcode. */
  chooseTitle: string;
  /** Label of the field that unlocks. */
  passcode: string;
  /** Label of the first field of a new passcode. */
  newPasscode: string;
  /** Label of the second one. */
  repeatPasscode: string;
  /** Name of the button that shows what is typed. */
  showPasscode: string;
  /** Button that unlocks. */
  unlock: string;
  /** Button that saves a new passcode. */
  save: string;
  /** Button that leaves the prompt. */
  cancel: string;
  /** Said before a new passcode is typed. `{min}` */
  rules: string;
  /** Nothing was entered. */
  empty: string;
  /** The passcode is not the one of this vault; it cost an attempt. */
  wrong: string;
  /** What was entered can't be a passcode, so nothing was checked. `{min}`, `{max}` */
  impossible: string;
  /** `{time}` */
  tooEarly: string;
  /** The time of `tooEarly` is over. */
  tryAgain: string;
  /** `{count}` */
  attemptsLeft: string;
  /** Two attempts are left before the vault is erased. */
  secondLastAttempt: string;
  /** One attempt is left before the vault is erased. */
  lastAttempt: string;
  /** `{min}` */
  tooShort: string;
  /** `{max}` */
  tooLong: string;
  /** A character that can not be typed the same everywhere, such as half a surrogate pair. */
  notAllowed: string;
  /** A block of characters again and again. */
  repetition: string;
  /** Characters that follow each other, or keys in a row. */
  sequence: string;
  /** Among the first passwords that are guessed. */
  common: string;
  /** What was repeated is not what was typed first. */
  different: string;
}

/** The built-in passcode prompt of the web. An addition to both generations; iOS and Android follow the system's language. */
export interface PasscodePromptOptions {
  /** A language tag of BCP 47. Default: the language of the page (`<html lang>`), else that of the browser. */
  language?: string;
  /** Each takes the place of the text of that language, or of the English one where there are none. */
  texts?: Partial<PasscodePromptTexts>;
}
