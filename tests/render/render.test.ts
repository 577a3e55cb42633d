import { describe, expect, test } from 'vitest';
import { fakeFormatter, fakeProject, type Facts } from '../support/fake-project.ts';
import { afterRun, fakeOptions, planOf, renderOf } from '../support/stages.ts';
import type { AngularOptions as Options } from '../../src/frameworks/angular/angular-options.ts';
import type { RenderedFile } from '../../src/model/rendered.ts';

async function filesOf(facts: Facts = {}, options: Partial<Options> = {}): Promise<readonly RenderedFile[]> {
  const project = fakeProject(facts);
  return (await renderOf(project, fakeOptions(options, project))).files;
}

const pathsBy = (files: readonly RenderedFile[], owner: RenderedFile['owner']) =>
  files.filter((file) => file.owner === owner).map(({ path }) => path);

const textOf = (files: readonly RenderedFile[], path: string) => {
  const file = files.find((one) => one.path === path);
  return file && 'text' in file ? file.text : undefined;
};

test('every file that the plan names is rendered, once, and the set-up with it', async () => {
  const files = await filesOf();
  const { edits } = await planOf(fakeProject());
  expect(files.map(({ path }) => path).sort()).toEqual([...new Set(edits.map(({ path }) => path))].sort());
  expect(pathsBy(files, 'app').sort()).toEqual([
    'ios/App/App/Info.plist',
    'package.json',
    'src/app/app.config.ts',
    'src/app/app.routes.ts',
  ]);
});

test('a generated file is canonical, whatever the app’s formatter and line ends', async () => {
  const plain = await filesOf();
  const other = await filesOf({
    formatter: fakeFormatter((text) => text.toUpperCase()),
    files: { 'src/main.ts': 'a;\r\nb;\r\n' },
  });
  const session = 'src/app/identity/session.ts';
  expect(textOf(plain, session)).toMatch(/^export type Session = DefaultSession;/m);
  expect(pathsBy(other, 'tool').map((path) => textOf(other, path))).toEqual(
    pathsBy(plain, 'tool').map((path) => textOf(plain, path)),
  );
});

describe('the configuration', () => {
  const path = 'identity-vault.config.json';

  test('a new one is formatted as the app is', async () => {
    const tabs = fakeFormatter((text, one) => (one === path ? text.replaceAll('  ', '\t') : text));
    expect(textOf(await filesOf(), path)).toContain('\n  "lockAfter": 5000');
    const after = (await afterRun({ facts: { formatter: tabs } })).tree.read(path);
    expect(after).toContain('\n\t"lockAfter": 5000');
  });

  test('one that is there keeps its formatting; a value that differs is replaced', async () => {
    const configText = ((await afterRun()).tree.read(path) ?? '').replace('"tests": true', '"tests":   true');
    expect(textOf(await filesOf({ configText }), path)).toBe(configText);
    expect(textOf(await filesOf({ configText }, { lockAfter: 7 }), path)).toBe(configText.replace('5000', '7'));
  });

  test('one that a person began to write gets what is missing', async () => {
    const text = textOf(await filesOf({ configText: '{ "tests": false }' }, { tests: false }), path) ?? '';
    const complete = JSON.parse((await afterRun({ options: { tests: false } })).tree.read(path) ?? '') as object;
    expect({ ...complete, ...(JSON.parse(text) as object) }).toEqual(complete);
    expect(text).toContain('"authMode": "BiometricAndPasscode"');
  });

  test('is in the home of the app, with the rest of its set-up', async () => {
    expect(pathsBy(await filesOf({ home: 'apps/mobile' }), 'setup')).toEqual([
      'apps/mobile/identity-vault.config.json',
      'apps/mobile/.identity-vault/.gitattributes',
      'apps/mobile/.identity-vault/.gitignore',
    ]);
  });
});

describe('the packed plugin', () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const pluginSource = { kind: 'archive', fileName: 'capacitor-identity-vault-0.1.0.tgz', bytes } as const;
  const own = '.identity-vault/capacitor-identity-vault-0.1.0.tgz';
  const shared = `apps/other/${own}`;

  test.each<{ case: string; facts: Facts; options?: Partial<Options>; archives: string[] }>([
    { case: 'the plugin comes from a registry', facts: {}, archives: [] },
    { case: 'it comes with the tool', facts: { pluginSource }, archives: [own] },
    { case: 'somebody named another', facts: { pluginSource }, options: { plugin: 'file:../vault.tgz' }, archives: [] },
    {
      case: 'another app of the workspace brought the same',
      facts: {
        pluginSource,
        dependencies: { 'capacitor-identity-vault': `file:${shared}` },
        files: { [shared]: bytes },
      },
      archives: [],
    },
    {
      case: 'another app of the workspace brought another',
      facts: {
        pluginSource,
        dependencies: { 'capacitor-identity-vault': `file:${shared}` },
        files: { [shared]: Uint8Array.of(9) },
      },
      archives: [own],
    },
  ])('$case', async ({ facts, options, archives }) => {
    expect(pathsBy(await filesOf(facts, options), 'archive')).toEqual(archives);
  });
});
