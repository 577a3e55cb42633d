import { describe, expect, it } from 'vitest';
import { en } from '../../../src/web/passcode-prompt/languages/en.ts';
import { LANGUAGES } from '../../../src/web/passcode-prompt/languages/languages.ts';
import { wordingOf } from '../../../src/web/passcode-prompt/wording.ts';

const braces = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe.each([...LANGUAGES])('the language %s', (_language, words) => {
  it('puts in what English puts in, and leaves no text empty', () => {
    expect(Object.entries<string>({ ...words }).map(([name, text]) => [name, braces(text)])).toEqual(
      Object.entries<string>({ ...en }).map(([name, text]) => [name, braces(text)]),
    );
    expect(Object.values(words).every((text: string) => text.trim() !== '')).toBe(true);
  });

  it('uses no text twice for different things', () => {
    // "Enter your passcode" is the title, and what is said where nothing was entered.
    const others = Object.entries<string>({ ...words }).flatMap(([name, text]) => (name === 'empty' ? [] : [text]));
    expect(new Set(others).size).toBe(others.length);
  });
});

describe('the language of the prompt', () => {
  it.each([
    {
      case: 'the page’s',
      options: {},
      preferred: ['de-AT', 'fr'],
      language: 'de-AT',
      direction: 'ltr',
      title: 'Code eingeben',
    },
    {
      case: 'in capitals',
      options: {},
      preferred: ['PT-BR'],
      language: 'PT-BR',
      direction: 'ltr',
      title: 'Digite seu código',
    },
    {
      case: 'the browser’s, where the page has none',
      options: {},
      preferred: ['', 'ja'],
      language: 'ja',
      direction: 'ltr',
      title: 'パスコードを入力',
    },
    {
      case: 'the next that is known',
      options: {},
      preferred: ['tlh', 'es'],
      language: 'es',
      direction: 'ltr',
      title: 'Introduce tu código',
    },
    {
      case: 'English, where none is known',
      options: {},
      preferred: ['tlh', 'ar'],
      language: 'en',
      direction: 'ltr',
      title: 'Enter your passcode',
    },
    {
      case: 'English, where what is given is no tag',
      options: { language: '!' },
      preferred: ['de'],
      language: 'en',
      direction: 'ltr',
      title: 'Enter your passcode',
    },
    {
      case: 'the one asked for',
      options: { language: 'fr-CA' },
      preferred: ['de'],
      language: 'fr-CA',
      direction: 'ltr',
      title: 'Saisissez votre code',
    },
    {
      case: 'one of the app’s own texts',
      options: { language: 'ar', texts: { unlockTitle: 'أدخل رمز المرور' } },
      preferred: ['de'],
      language: 'ar',
      direction: 'rtl',
      title: 'أدخل رمز المرور',
    },
    {
      case: 'the page’s for the app’s own texts',
      options: { texts: { unlockTitle: 'הזן קוד' } },
      preferred: ['he'],
      language: 'he',
      direction: 'rtl',
      title: 'הזן קוד',
    },
  ])('is $case', ({ options, preferred, language, direction, title }) => {
    const wording = wordingOf(options, preferred);
    expect([wording.language, wording.direction, wording.say('unlockTitle')]).toEqual([language, direction, title]);
  });

  it('keeps its own text for one that is empty or none', () => {
    const texts = { cancel: ' ', save: 7 } as unknown as { cancel: string };
    const { say } = wordingOf({ texts }, ['en']);
    expect([say('cancel'), say('save')]).toEqual(['Cancel', 'Save']);
  });
});

describe('what is put in', () => {
  const { say, time } = wordingOf({}, ['en']);

  it('takes the place of its name, and a name that is not given stays', () => {
    expect([say('impossible', { min: 4, max: 128 }), say('attemptsLeft')]).toEqual([
      'A passcode has 4 to 128 characters.',
      'Attempts left: {count}',
    ]);
  });

  it.each([
    [1, '1 second'],
    [1000, '1 second'],
    [1001, '2 seconds'],
    [119_000, '119 seconds'],
    [119_001, '2 minutes'],
    [3_600_000, '60 minutes'],
  ])('says %d ms as %s', (milliseconds, text) => {
    expect(time(milliseconds)).toBe(text);
  });

  it('says a time in the language of the prompt', () => {
    expect(wordingOf({ language: 'de' }, []).time(4000)).toBe('4 Sekunden');
  });
});
