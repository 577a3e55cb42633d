import type { PasscodePromptOptions, PasscodePromptTexts } from '../../definitions/passcode-prompt.ts';
import { LANGUAGES } from './languages/languages.ts';
import { en } from './languages/en.ts';

type TextName = keyof PasscodePromptTexts;

/** What is put in for the names in braces. */
export type Given = Readonly<Record<string, string | number>>;

/** The words of one prompt, in one language. */
export interface Wording {
  /** A tag of BCP 47, for the dialog: it may differ from the page's. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly say: (name: TextName, given?: Given) => string;
  /** With its unit, rounded up. */
  readonly time: (milliseconds: number) => string;
}

/** Scripts that are written from right to left, by the languages that web apps are translated into. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'dv', 'fa', 'he', 'iw', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** @param preferred languages of the page and of the browser, the best one first */
export function wordingOf({ language: asked, texts }: PasscodePromptOptions, preferred: readonly string[]): Wording {
  const tags = (asked === undefined ? preferred : [asked]).filter(isTag);
  // An app that gives its own texts says their language, or means the page's.
  const language = (texts ? tags[0] : tags.find(isKnown)) ?? 'en';
  const words: PasscodePromptTexts = { ...(LANGUAGES.get(primary(language)) ?? en), ...filled(texts) };
  return {
    language,
    direction: RIGHT_TO_LEFT.has(primary(language)) ? 'rtl' : 'ltr',
    say: (name, given = {}) => words[name].replace(/\{(\w+)\}/g, (braces, key: string) => String(given[key] ?? braces)),
    time: (milliseconds) => timeIn(language, milliseconds),
  };
}

function isKnown(tag: string): boolean {
  return LANGUAGES.has(primary(tag));
}

function primary(tag: string): string {
  return (tag.split('-')[0] ?? '').toLowerCase();
}

/** What is no tag makes `Intl` throw. */
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** Options also come from plain JavaScript: what is no text, or empty, would leave a button without a name. */
function filled(texts: Partial<PasscodePromptTexts> | undefined): Partial<PasscodePromptTexts> {
  const names = Object.keys(en) as TextName[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const text: unknown = texts?.[name];
      return typeof text === 'string' && text.trim() !== '' ? [[name, text] as const] : [];
    }),
  );
}

function timeIn(language: string, milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  const [value, unit] = seconds < 120 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
