import type { PasscodePromptTexts } from '../../../definitions/passcode-prompt.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { pt } from './pt.ts';

/** By the language's part of a tag of BCP 47. A language is added by a file, and a name here. */
export const LANGUAGES: ReadonlyMap<string, PasscodePromptTexts> = new Map(Object.entries({ de, en, es, fr, ja, pt }));
