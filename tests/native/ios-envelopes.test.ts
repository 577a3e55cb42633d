import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { iosApp } from '../../scripts/native/ios-app.mjs';
import { javaPrograms } from '../../scripts/native/java-exchange.mjs';
import { openOnPhone, sealOnPhone, type AskedOfPhone, type SealedOfPhone } from './ios/ios-exchange.ts';

/** Not by its name: the plugin is compiled with the types of browsers, which these tests have not. */
const plugin = ['..', '..', 'native-plugin', 'tests', 'support', 'exchange.ts'].join('/');
const typescript = (await import(plugin)) as {
  exchange(what: 'seal' | 'open', text: string): Promise<string>;
  scopeName(appId: string, descriptor: { readonly key: string }): Promise<string>;
};

const executable = await iosApp();
const folder = mkdtempSync(join(tmpdir(), 'identity-vault-envelopes-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const java = await javaPrograms(folder);

/** `seal` makes a vault of what is asked for, `open` says what is in one. */
type Exchange = (what: 'seal' | 'open', given: object) => Promise<unknown>;

const inJava: Exchange = async (what, given) => {
  const file = join(folder, 'exchanged.json');
  writeFileSync(file, JSON.stringify(given));
  await java.exchange(what, file);
  return JSON.parse(readFileSync(file, 'utf8')) as unknown;
};
const inTypeScript: Exchange = async (what, given) =>
  JSON.parse(await typescript.exchange(what, JSON.stringify(given))) as unknown;

const others: readonly (readonly [language: string, exchange: Exchange])[] = [
  ['TypeScript', inTypeScript],
  ['Java', inJava],
];

const asked: AskedOfPhone & { readonly keysOf: 'iPhone' } = {
  keysOf: 'iPhone',
  key: 'caf\u00e9 \u{1f600}',
  scope: await typescript.scopeName('com.example.app', { key: 'caf\u00e9 \u{1f600}' }),
  // Precomposed, decomposed, Arabic-Indic digits: what each language has to normalise by its own tables.
  passcode: 'caf\u00e9 e\u0301 \u0661\u0662',
  values: [
    ['session', '{"token":"one","exp":9007199254740993}'],
    ['\ufffd', '1'],
    ['\u{1f600}', '"\u{1f600}"'],
  ],
};

describe('a vault that the iPhone made', () => {
  let sealed: SealedOfPhone;
  beforeAll(async () => {
    sealed = await sealOnPhone(executable, asked);
  });

  it('has a key for the person, and two that the first unlock alone releases', () => {
    const names = Object.keys(sealed.keys).map((name) => name.replace(/[0-9a-f]{16,64}/g, '*'));
    expect(names.sort()).toEqual(['idv1.*.*.kem', 'idv1.*.*.prf', 'idv1.*.*.prf', 'idv1.*.anchor']);
  });

  it('is opened by TypeScript and by Java with its keys, and judged with the same bytes', async () => {
    const found = await Promise.all(others.map(([, exchange]) => exchange('open', sealed)));
    const here = await openOnPhone(executable, sealed);
    for (const one of found) expect(one).toEqual(here);
    expect(here).toMatchObject({ values: asked.values, byBiometrics: asked.values });
  });

  it.each(others)('is not opened by %s with another key', async (_, exchange) => {
    for (const lost of Object.keys(sealed.keys)) {
      const keys = { ...sealed.keys, [lost]: '11'.repeat(32) };
      await expect(exchange('open', { ...sealed, keys }), lost).rejects.toThrow();
    }
  });
});

describe.each(others)('a vault that %s made with the keys of an iPhone', (_, exchange) => {
  let sealed: SealedOfPhone;
  beforeAll(async () => {
    sealed = (await exchange('seal', asked)) as SealedOfPhone;
  });

  it('is opened on the iPhone, by biometrics and by the passcode', async () => {
    const found = await openOnPhone(executable, sealed);
    expect(found).toMatchObject({ values: asked.values, byBiometrics: asked.values });
    expect(found).toEqual(await exchange('open', sealed));
  });

  it('is not opened on an iPhone with another key', async () => {
    for (const lost of Object.keys(sealed.keys)) {
      const keys = { ...sealed.keys, [lost]: '11'.repeat(32) };
      await expect(openOnPhone(executable, { ...sealed, keys }), lost).rejects.toThrow();
    }
  });
});
