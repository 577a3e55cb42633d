import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as prettier from 'prettier';
import { describe, expect, test } from 'vitest';
import { App } from './app.ts';

const require = createRequire(import.meta.url);

/** Released versions that write the same code otherwise: 3 changed the default of trailing commas. */
const versions = {
  '2.8': 'prettier-2',
  '3.0': 'prettier-3.0',
  '3.5': 'prettier-3.5',
  newest: 'prettier',
} as const;
type Version = keyof typeof versions | 'none';

const styles = {
  'its own': {},
  narrow: { useTabs: true, semi: false, printWidth: 60, experimentalTernaries: false },
  wide: { singleQuote: true, printWidth: 100 },
  'with a plugin': { singleQuote: true, trailingComma: 'all', plugins: ['./plugin.cjs'] },
};

/** The app's own plugin: whatever it formats ends in a line of its own. */
const plugin = `module.exports = {
  languages: [{ name: 'Lines', parsers: ['lines'], extensions: ['.html'] }],
  parsers: { lines: { parse: (text) => ({ text }), astFormat: 'lines', locStart: () => 0, locEnd: (node) => node.text.length } },
  printers: { lines: { print: (path) => '<!-- ours -->\\n' + path.getValue().text.replace('<!-- ours -->\\n', '').trimEnd() + '\\n' } },
};
`;

/** The app with another Prettier, or none; in another folder, as this process remembers where it found the first. */
function withVersion(before: App, version: Version): App {
  const app = new App('angular-21-plain');
  cpSync(before.root, app.root, { recursive: true, filter: (path) => !path.endsWith('node_modules') });
  const link = join(app.root, 'node_modules/prettier');
  const manifest = JSON.parse(app.read('package.json')) as { devDependencies: Record<string, string> };
  if (version === 'none') delete manifest.devDependencies['prettier'];
  else manifest.devDependencies['prettier'] = '>=2';
  app.write('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
  if (version === 'none') return app;
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(dirname(require.resolve(`${versions[version]}/package.json`)), link);
  return app;
}

async function setUpWith(version: Version, style: object): Promise<App> {
  const plain = new App('angular-21-plain');
  plain.write('.prettierrc', JSON.stringify(style));
  plain.write('plugin.cjs', plugin);
  const app = withVersion(plain, version);
  const ended = await app.run('--yes');
  expect(ended, ended.stderr).toMatchObject({ exitCode: 0 });
  return app;
}

interface Row {
  readonly from: Version;
  readonly to: Version;
  readonly style: keyof typeof styles;
}

const rows: readonly Row[] = [
  { from: '2.8', to: 'newest', style: 'its own' },
  { from: '2.8', to: 'newest', style: 'narrow' },
  { from: '2.8', to: 'newest', style: 'wide' },
  { from: '3.0', to: 'newest', style: 'with a plugin' },
  { from: '3.0', to: '3.5', style: 'its own' },
  { from: '3.0', to: '3.5', style: 'narrow' },
  { from: 'newest', to: '2.8', style: 'its own' },
  { from: 'newest', to: '2.8', style: 'narrow' },
  { from: 'none', to: '2.8', style: 'narrow' },
  { from: 'none', to: 'newest', style: 'its own' },
  { from: 'none', to: 'newest', style: 'narrow' },
  { from: 'none', to: 'newest', style: 'with a plugin' },
  { from: 'newest', to: 'none', style: 'its own' },
  { from: 'newest', to: 'none', style: 'narrow' },
  { from: '3.5', to: 'none', style: 'wide' },
];

const service = 'src/app/identity/identity.service.ts';
const lockAfter = ['--lock-after', '60000'];

const changedFiles = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys({ ...before, ...after }).filter((path) => before[path] !== after[path]);

function addMethod(app: App): void {
  const text = app.read(service);
  const at = text.lastIndexOf('\n', text.indexOf('private async isOpen('));
  expect(at).toBeGreaterThan(0);
  app.write(service, `${text.slice(0, at)}\n  isAdmin() {\n    return  true\n  }\n${text.slice(at)}`);
}

/** A package.json with another tool in it is not the one the state knows. */
const mayChange = ['.identity-vault/state.json'];

describe.each(rows)('set up with Prettier $from ($style), run again with $to', ({ from, to, style }) => {
  test('no drift, no note, 0 bytes; an option changes what it is in; an edited file is merged', async () => {
    const older = await setUpWith(from, styles[style]);
    await staysAsItIs(withVersion(older, to));
    addMethod(older);
    const app = withVersion(older, to);
    const before = app.snapshot();
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    const ended = await app.run('--yes', ...lockAfter);
    if (to === 'none' && style === 'narrow') {
      // Nothing is left that could write the file as it was: who edited what can't be told.
      expect(ended).toMatchObject({ exitCode: 3 });
      expect(app.snapshot()).toEqual(before);
      return;
    }
    expect(ended, ended.stderr).toMatchObject({ exitCode: 0 });
    expect(app.read(service)).toMatch(/isAdmin\(\) \{\s+return\s+true/);
    expect(app.read(service)).toContain('lockAfter: 60000');
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
  });
});

async function staysAsItIs(app: App): Promise<void> {
  const before = app.snapshot();
  const checked = await app.run('check', '--json');
  expect(JSON.parse(checked.stdout)).toMatchObject({ ok: true, problems: [], exitCode: 0 });
  expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
  expect(changedFiles(before, app.snapshot()).filter((path) => !mayChange.includes(path))).toEqual([]);
  expect(await app.run('--yes', ...lockAfter)).toMatchObject({ exitCode: 0 });
  expect(changedFiles(before, app.snapshot())).toEqual([
    `.identity-vault/base/${service}.base`,
    '.identity-vault/state.json',
    'identity-vault.config.json',
    service,
  ]);
  const { stdout } = await app.run('check', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ problems: [] });
}

describe('an app that formats everything with its new Prettier', () => {
  test.each([
    { from: 'none', style: { useTabs: true, semi: false } },
    { from: '2.8', style: { printWidth: 60 } },
  ] as const)('set up with $from, $style: notes, no drift; an option is merged', async ({ from, style }) => {
    const older = await setUpWith(from, style);
    addMethod(older);
    const app = withVersion(older, 'newest');
    const generated = Object.keys(app.snapshot()).filter((path) => /^src\/app\/.*\.(ts|html|scss)$/.test(path));
    for (const path of [...generated, 'identity-vault.config.json', '.identity-vault/state.json'])
      app.write(path, await prettier.format(app.read(path), { ...style, filepath: path }));
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    const before = app.snapshot();
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(changedFiles(before, app.snapshot()).filter((path) => !mayChange.includes(path))).toEqual([]);
    expect(await app.run('--yes', ...lockAfter, '--unlock-path', 'locked')).toMatchObject({ exitCode: 0 });
    expect(app.read(service)).toMatch(/isAdmin\(\) \{\s+return true/);
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    for (const path of generated.filter((one) => one in app.snapshot()))
      expect(await prettier.check(app.read(path), { ...style, filepath: path }), path).toBe(true);
  });
});
