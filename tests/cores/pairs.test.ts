import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { javaPrograms } from '../../scripts/native/java-exchange.mjs';
import { exchangeInSwift } from '../../scripts/native/swift.mjs';

const folder = mkdtempSync(join(tmpdir(), 'identity-vault-pairs-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What is asked for, in hexadecimal and text. */
interface Asked {
  readonly scope: string;
  readonly passcode: string;
  readonly values: readonly (readonly [key: string, value: string])[];
}

/** What was in it, and the anchor after it was opened. */
interface Found {
  readonly values: Asked['values'];
  readonly anchor: string;
}

/** `seal` puts a vault of what the file asks for in its place; `open` what it found in that vault. */
type Exchange = (what: 'seal' | 'open', file: string) => Promise<void>;

/** Not by its name: the plugin is compiled with the types of browsers, which these tests have not. */
const plugin = ['..', '..', 'native-plugin', 'tests', 'support', 'exchange.ts'].join('/');
const typescript = (await import(plugin)) as { exchange(what: 'seal' | 'open', text: string): Promise<string> };
const exchangeInTypeScript: Exchange = async (what, file) => {
  writeFileSync(file, await typescript.exchange(what, readFileSync(file, 'utf8')));
};

const exchanges: readonly (readonly [language: string, exchange: Exchange])[] = [
  ['TypeScript', exchangeInTypeScript],
  ['Swift', exchangeInSwift],
  ['Java', (await javaPrograms(folder)).exchange],
];

const asked: Asked = {
  scope: '0123456789abcdef'.repeat(4),
  // Precomposed, decomposed, Arabic-Indic digits: what each language has to normalise by its own tables.
  passcode: 'caf\u00e9 e\u0301 \u0661\u0662',
  values: [
    ['session', '{"token":"one","exp":9007199254740993}'],
    ['\ufffd', '1'],
    ['\u{1f600}', '"\u{1f600}"'],
  ],
};

describe.each(exchanges)('a vault that %s made', (maker, seal) => {
  const sealed = join(folder, `${maker}.json`);

  it('is opened by every language, and judged with the same bytes', async () => {
    writeFileSync(sealed, JSON.stringify(asked));
    await seal('seal', sealed);
    const found = await Promise.all(exchanges.map(([reader, open]) => opened(reader, open)));
    expect(found.map(({ values }) => values)).toEqual(exchanges.map(() => asked.values));
    expect(new Set(found.map(({ anchor }) => anchor)).size).toBe(1);
  });

  async function opened(reader: string, open: Exchange): Promise<Found> {
    const file = join(folder, `${maker}-${reader}.json`);
    copyFileSync(sealed, file);
    await open('open', file);
    return JSON.parse(readFileSync(file, 'utf8')) as Found;
  }
});
