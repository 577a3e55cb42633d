import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Texts = Readonly<Record<string, string>>;

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, 'native-plugin', path), 'utf8');

/** Not by its name: the plugin is compiled with the types of browsers, which these tests have not. */
const languages = ['..', '..', 'native-plugin/src/web/passcode-prompt/languages/languages.ts'].join('/');
const { LANGUAGES } = (await import(languages)) as { readonly LANGUAGES: ReadonlyMap<string, Texts> };

const SWIFT = { en: 'English', de: 'German', es: 'Spanish', fr: 'French', pt: 'Portuguese', ja: 'Japanese' };

/** What one platform says and the web does not, or the other way round; and why. */
const ONLY: Readonly<Record<string, string>> = {
  'web showPasscode': 'The fields of a phone show the last character for a moment; a button would show all of it',
  'ios second': 'The web has the units of `Intl`',
  'ios seconds': 'The web has the units of `Intl`',
  'ios minutes': 'The web has the units of `Intl`; one minute is said as 60 seconds',
  'ios unlockReason': 'Of the prompt of the system',
  'android identity_vault_prompt': 'Of the prompt of the system',
  'android identity_vault_use_screen_lock': 'Of the prompt of the system',
  'android empty': 'The button does nothing while the field is empty',
};

/** Strings of Android have a name that is the app's, too; these are not the web's name with another spelling. */
const ANDROID: Texts = {
  enter_passcode: 'unlockTitle',
  choose_passcode: 'chooseTitle',
  wrong_passcode: 'wrong',
  not_a_passcode: 'impossible',
  character: 'notAllowed',
  entries_differ: 'different',
};

describe.each([...LANGUAGES.keys()])('in %s', (language) => {
  const web = LANGUAGES.get(language) ?? {};

  it('the prompt of iOS says what that of the web says', () => {
    expect(differences(web, swiftTexts(language), 'ios')).toEqual([]);
  });

  it('the prompt of Android says what that of the web says', () => {
    expect(differences(web, androidTexts(language), 'android')).toEqual([]);
  });

  it('the units of iOS are those of the web', () => {
    const { second = '', seconds = '', minutes = '' } = swiftTexts(language);
    const said = [second, seconds, minutes].map((text, index) => text.replace('{count}', index === 0 ? '1' : '30'));
    const unit = (count: number, of: 'second' | 'minute'): string =>
      new Intl.NumberFormat(language, { style: 'unit', unit: of, unitDisplay: 'long' })
        .format(count)
        .replace(/\s/g, ' ');
    expect(said).toEqual([unit(1, 'second'), unit(30, 'second'), unit(30, 'minute')]);
  });
});

it('tells a sentence that is another one, one that is missing, and one that is more', () => {
  const [web, ios] = [
    { wrong: 'Wrong.', save: 'Save', rules: 'Rules' },
    { wrong: 'False.', rules: 'Rules', more: 'More' },
  ];
  expect(differences(web, ios, 'ios')).toEqual([
    'wrong: False. | Wrong.',
    'save: undefined | Save',
    'more: More | undefined',
  ]);
});

it('has a reason for no difference that is none', () => {
  const used = new Set<string>();
  for (const language of LANGUAGES.keys()) {
    const web = LANGUAGES.get(language) ?? {};
    for (const [platform, texts] of [
      ['ios', swiftTexts(language)],
      ['android', androidTexts(language)],
    ] as const) {
      for (const name of Object.keys(texts)) if (!(name in web)) used.add(`${platform} ${name}`);
      for (const name of Object.keys(web)) {
        if (!(name in texts)) used.add(`web ${name}` in ONLY ? `web ${name}` : `${platform} ${name}`);
      }
    }
  }
  expect([...used].sort()).toEqual(Object.keys(ONLY).sort());
});

function differences(web: Texts, phone: Texts, platform: 'ios' | 'android'): readonly string[] {
  const names = [...new Set([...Object.keys(web), ...Object.keys(phone)])];
  const isMeant = (name: string): boolean => `${platform} ${name}` in ONLY || `web ${name}` in ONLY;
  return names
    .filter((name) => web[name] !== phone[name] && !isMeant(name))
    .map((name) => `${name}: ${phone[name]} | ${web[name]}`);
}

/** Literals of one line, or of several that are one. */
function swiftTexts(language: string): Texts {
  const name = SWIFT[language as keyof typeof SWIFT];
  const source = read(`ios/Sources/IdentityVaultPlugin/Passcode/Languages/${name}Texts.swift`);
  const all = source.matchAll(/(\w+): (?:"""\n([^]*?)\n\s*"""|"([^"\n]*)")/g);
  return Object.fromEntries(
    Array.from(all, ([, key = '', lines, line]) => [key, (lines ?? line ?? '').replace(/\\\n\s*/g, '').trim()]),
  );
}

function androidTexts(language: string): Texts {
  const source = read(`android/src/main/res/values${language === 'en' ? '' : `-${language}`}/strings.xml`);
  const all = source.matchAll(/<string name="identity_vault_(\w+)">([^<]*)<\/string>/g);
  return Object.fromEntries(Array.from(all, ([, name = '', text = '']) => webText(webName(name), text)));
}

function webName(name: string): string {
  if (`android identity_vault_${name}` in ONLY) return `identity_vault_${name}`;
  return ANDROID[name] ?? name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** `%1$d` stands for the first name in braces. */
function webText(name: string, text: string): readonly [name: string, text: string] {
  const braces = name === 'tooLong' ? ['{max}'] : name === 'attemptsLeft' ? ['{count}'] : ['{min}', '{max}'];
  const plain = text.replaceAll("\\'", "'").replace('%1$s', '{time}');
  return [name, plain.replace(/%(\d)\$d/g, (_, index: string) => braces[Number(index) - 1] ?? '?')];
}
