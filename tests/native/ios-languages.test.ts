import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FORMATTED, lintFormat, MODULES, SWIFT_MODES, typeCheck } from '../../scripts/native/ios-languages.mjs';

const folder = mkdtempSync(join(tmpdir(), 'identity-vault-swift-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function planted(name: string, text: string): string {
  const file = join(folder, `${name}.swift`);
  writeFileSync(file, text);
  return file;
}

describe.each(SWIFT_MODES)('in the language mode of Swift %s', (mode) => {
  it.each(Object.keys(MODULES))('%s compiles, without a warning', async (name) => {
    await expect(typeCheck(name, mode)).resolves.toBeUndefined();
  });
});

/** What is found where it is planted into a module; into the smallest, where all would do. */
const PLANTED: readonly {
  readonly what: string;
  readonly mode: '5' | '6';
  readonly text: string;
  readonly says: RegExp;
  readonly into?: string;
}[] = [
  { what: 'a mistaken type', mode: '5', text: 'let planted: Int = "one"\n', says: /cannot convert value/ },
  { what: 'what is no Swift', mode: '5', text: 'func planted( {\n', says: /error: / },
  { what: 'a warning', mode: '5', text: 'func planted() {\n  let unused = 1\n}\n', says: /never used/ },
  {
    what: 'what Apple has not',
    mode: '5',
    text: 'import Security\n\nlet planted = SecItemSteal\n',
    says: /cannot find 'SecItemSteal'/,
    into: 'IdentityVaultPlugin',
  },
  { what: 'what only Swift 6 forbids', mode: '6', text: 'var planted = 0\n', says: /not concurrency-safe/ },
  {
    what: 'a name that two modules have, where they are one',
    mode: '5',
    text: 'struct CoreVault {}\n',
    says: /error: /,
    into: 'CapacitorIdentityVault',
  },
];

it.each(PLANTED)('tells $what', async ({ mode, text, says, into = 'VaultCore' }) => {
  await expect(typeCheck(into, mode, [planted('Planted', text)])).rejects.toThrow(says);
});

it('takes in Swift 5 what only Swift 6 forbids', async () => {
  await expect(typeCheck('VaultCore', '5', [planted('Planted', 'var planted = 0\n')])).resolves.toBeUndefined();
});

it('the platform layer, the fakes and the host are as swift format has them', async () => {
  await expect(lintFormat(FORMATTED)).resolves.toBeUndefined();
});

it.each([
  ['a missing space', 'let planted=1\n'],
  ['a forced value', 'let given: Int? = 1\nlet planted = given!\n'],
])('tells %s', async (_, text) => {
  await expect(lintFormat([planted('Planted', text)])).rejects.toThrow(/Planted\.swift:\d+:\d+: /);
});
