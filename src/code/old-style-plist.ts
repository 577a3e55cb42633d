/** A value of an old-style property list, by offset: Xcode's projects and `.strings` files are written in it. */
export type OldStyleValue = OldStyleString | OldStyleDictionary | OldStyleList | OldStyleData;

interface Span {
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
}

export interface OldStyleString extends Span {
  readonly kind: 'string';
  /** Without quotes and escapes. */
  readonly text: string;
}

export interface OldStyleDictionary extends Span {
  readonly kind: 'dictionary';
  readonly entries: readonly OldStyleEntry[];
}

interface OldStyleList extends Span {
  readonly kind: 'list';
  readonly items: readonly OldStyleValue[];
}

interface OldStyleData extends Span {
  readonly kind: 'data';
}

/** From its key to behind its semicolon. */
export interface OldStyleEntry extends Span {
  readonly key: string;
  /** That of the key where a `.strings` file has `"key";`. */
  readonly value: OldStyleValue;
}

/** Where a text stops to be a property list, and why. */
export class OldStyleSyntaxError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = 'OldStyleSyntaxError';
    this.offset = offset;
  }
}

/**
 * The root dictionary. In a `.strings` file it has no braces.
 * @throws OldStyleSyntaxError
 */
export function parseOldStyle(text: string, root: 'braces' | 'bare'): OldStyleDictionary {
  const reader = new Reader(text);
  return root === 'bare' ? reader.entriesToTheEnd() : reader.wholeDictionary();
}

export function entryOf(dictionary: OldStyleDictionary, key: string): OldStyleEntry | undefined {
  // The last of equal keys is the one that counts.
  return dictionary.entries.findLast((entry) => entry.key === key);
}

const trivia = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const bareWord = /[\w$/:.+-]+/y;
const quoted = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/y;
const data = /<[0-9A-Fa-f\s]*>/y;

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  wholeDictionary(): OldStyleDictionary {
    const value = this.#value();
    if (!this.#isAtEnd()) throw this.#error('something stands behind the end');
    if (value.kind !== 'dictionary') throw new OldStyleSyntaxError('the root is no dictionary', value.start);
    return value;
  }

  entriesToTheEnd(): OldStyleDictionary {
    const entries: OldStyleEntry[] = [];
    while (!this.#isAtEnd()) entries.push(this.#entry());
    return { kind: 'dictionary', start: 0, end: this.#text.length, entries };
  }

  #value(): OldStyleValue {
    this.#skip();
    const start = this.#at;
    if (this.#take('{')) {
      const entries: OldStyleEntry[] = [];
      while (!this.#takeNext('}')) entries.push(this.#entry());
      return { kind: 'dictionary', start, end: this.#at, entries };
    }
    if (this.#take('(')) return { kind: 'list', items: this.#items(), start, end: this.#at };
    if (this.#match(data) !== undefined) return { kind: 'data', start, end: this.#at };
    return this.#string();
  }

  #items(): OldStyleValue[] {
    const items: OldStyleValue[] = [];
    while (!this.#takeNext(')')) {
      items.push(this.#value());
      if (this.#takeNext(',')) continue;
      if (this.#takeNext(')')) break;
      throw this.#error('a comma is missing');
    }
    return items;
  }

  #entry(): OldStyleEntry {
    this.#skip();
    const key = this.#string();
    const value = this.#takeNext('=') ? this.#value() : key;
    if (!this.#takeNext(';')) throw this.#error('a semicolon is missing');
    return { key: key.text, value, start: key.start, end: this.#at };
  }

  #string(): OldStyleString {
    const start = this.#at;
    const literal = this.#match(quoted);
    const text = literal === undefined ? this.#match(bareWord) : unescaped(literal.slice(1, -1));
    if (text === undefined) throw this.#error('a text is missing');
    return { kind: 'string', text, start, end: this.#at };
  }

  #isAtEnd(): boolean {
    this.#skip();
    return this.#at === this.#text.length;
  }

  #skip(): void {
    this.#match(trivia);
  }

  #takeNext(character: string): boolean {
    this.#skip();
    return this.#take(character);
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #error(message: string): OldStyleSyntaxError {
    return new OldStyleSyntaxError(message, this.#at);
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\u0007', b: '\b', f: '\f', v: '\v' };

function unescaped(literal: string): string {
  return literal.replaceAll(/\\(?:[Uu]([0-9A-Fa-f]{4})|([0-7]{1,3})|([\s\S]))/g, (_, ...groups: string[]) => {
    const [unicode, octal, character = ''] = groups;
    if (unicode) return String.fromCharCode(Number.parseInt(unicode, 16));
    if (octal) return String.fromCharCode(Number.parseInt(octal, 8));
    return escapes[character] ?? character;
  });
}

/** A text between double quotes, as Xcode writes it. */
export function quoteOldStyle(text: string): string {
  const escaped = text.replaceAll(/["\\]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);
  return `"${escaped.replaceAll('\t', String.raw`\t`)}"`;
}
