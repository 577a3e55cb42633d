/** Why a passcode is among the first that are guessed. NIST SP 800-63B-4 §3.1.1.2: repetitive, sequential, commonly used. */
export type Weakness = 'repetition' | 'sequence' | 'common';

/** Along these people run with a finger. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'azertyuiop', '1qaz2wsx3edc4rfv5tgb6yhn7ujm'];

/** Of public lists of leaked passwords, those of eight or more characters that no other rule finds, without digits at the end. */
const COMMON =
  /^(password|passcode|iloveyou|princess|sunshine|football|baseball|superman|michelle|jennifer|computer|corvette|whatever|starwars|trustno|welcome|letmein|changeme|internet|liverpool|chocolate|basketball|administrator|dragonball|qwerty|abc|test|admin|monkey|dragon|master|shadow|charlie|hello|freedom|jesus|ninja|samsung|google|pokemon)$/;

/**
 * `undefined`: not obviously weak. It is advice at the prompt, and no part of the format. Swift and Java say the same:
 * `scenarios/prompt/weak-passcodes.json` holds all three to it.
 */
export function weaknessOf(passcode: string): Weakness | undefined {
  const text = inLowerCase(passcode.normalize('NFKC'));
  if (isRepetition(text)) return 'repetition';
  if (isSequence(text)) return 'sequence';
  return COMMON.test(spelled(text)) ? 'common' : undefined;
}

/** Each character by itself: as a text, a language may look at what stands around one. */
function inLowerCase(text: string): string {
  return Array.from(text, (character) => character.toLowerCase()).join('');
}

/** The word behind `P@ssw0rd123!`. */
function spelled(text: string): string {
  const word = text.replace(/[\d!?.@#$*_-]+$/, '');
  return word.replace(/[@$013]/g, (sign) => ({ '@': 'a', $: 's', '0': 'o', '1': 'i', '3': 'e' })[sign] ?? sign);
}

/** A block of up to half of it, again and again: `11111111`, `12341234`, `abababa`. */
function isRepetition(text: string): boolean {
  const characters = Array.from(text);
  const repeats = (size: number) => characters.every((character, index) => character === characters[index % size]);
  return Array.from({ length: Math.floor(characters.length / 2) }, (_, index) => index + 1).some(repeats);
}

/** Each character follows the last: up, down, or along a row of keys. */
function isSequence(text: string): boolean {
  // On keyboards, 0 comes after 9.
  return [text, text.replaceAll('0', ':')].some((keys) => isRun(keys, 1) || isRun(keys, -1)) || isAlongRow(text);
}

function isRun(text: string, step: 1 | -1): boolean {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return points.every((point, index) => index === 0 || point === (points[index - 1] ?? 0) + step);
}

function isAlongRow(text: string): boolean {
  return ROWS.some((row) => {
    const there = row.repeat(2);
    return there.includes(text) || Array.from(there).reverse().join('').includes(text);
  });
}
