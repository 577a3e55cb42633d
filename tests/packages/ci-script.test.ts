import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/model/change.ts';
import type { Project } from '../../src/model/project.ts';
import type { Options } from '../../src/options/options.ts';
import {
  ciScriptEdits,
  ciScriptKeys,
  ciScriptLeft,
  ciScriptName,
  ciScriptNotes,
} from '../../src/packages/ci-script.ts';
import { fakeProject, type Facts } from '../support/fake-project.ts';
import { afterRun, fakeOptions, renderOf } from '../support/stages.ts';

const name = 'identity-vault:check';
const manifest = (script: unknown) => ({ 'package.json': JSON.stringify({ scripts: { [name]: script } }) });
const wanted = (options: Partial<Options>, facts: Facts = {}): string | undefined => {
  const project = fakeProject(facts);
  return ciScriptEdits(project, fakeOptions({ ciScript: true, ...options }, project))[0]?.value;
};
const check = 'create-identity-vault@0.1.0 check';

describe('the script', () => {
  test('is added only where it was asked for, and one that is there is kept', () => {
    const project = fakeProject();
    expect(ciScriptEdits(project, fakeOptions({ ciScript: false }, project))).toEqual([]);
    expect(ciScriptEdits(project, fakeOptions({ ciScript: true }, project))).toEqual([
      {
        kind: 'json',
        id: 'ci-script',
        path: 'package.json',
        key: ['scripts', name],
        value: `npx --yes ${check}`,
        keep: true,
      },
    ]);
  });

  test.each<{ case: string; facts?: Facts; options?: Partial<Options>; value: string }>([
    { case: 'npm', value: `npx --yes ${check}` },
    { case: 'pnpm', options: { packageManager: 'pnpm' }, value: `pnpm dlx ${check}` },
    { case: 'Bun', options: { packageManager: 'bun' }, value: `bunx ${check}` },
    { case: 'Yarn', facts: { packageManager: 'yarn' }, value: `yarn dlx ${check}` },
    {
      case: 'Yarn 1, which can’t run what is not installed',
      facts: { packageManager: { name: 'yarn', isClassic: true } },
      value: `npx --yes ${check}`,
    },
    {
      case: 'Yarn that was asked for in an app without it: its version is not known',
      options: { packageManager: 'yarn' },
      value: `npx --yes ${check}`,
    },
    { case: 'an app in a folder', facts: { home: 'apps/mobile' }, value: `npx --yes ${check} -C apps/mobile` },
    { case: 'a folder with a space', facts: { home: 'apps/my app' }, value: `npx --yes ${check} -C "apps/my app"` },
    {
      case: 'a folder with signs of a shell',
      facts: { home: 'a"$b' },
      value: `npx --yes ${check} -C "a\\"\\$b"`,
    },
    {
      case: 'the same version with the runner of another package manager stays as it is',
      facts: { files: manifest(`pnpm dlx ${check}`) },
      value: `pnpm dlx ${check}`,
    },
    {
      case: 'an older version is replaced',
      facts: { files: manifest('npx --yes create-identity-vault@0.0.9 check') },
      value: `npx --yes ${check}`,
    },
  ])('runs what is not installed, pinned: $case', ({ facts, options = {}, value }) => {
    expect(wanted(options, facts)).toBe(value);
  });

  test.each([
    { home: '', expected: name },
    { home: 'apps/mobile', expected: `${name}:app` },
  ])('is called $expected in "$home"', ({ home, expected }) => {
    expect(ciScriptName(fakeProject({ home }))).toBe(expected);
  });
});

describe('what a person has to know of a script that stays', () => {
  const kept = (text: string) => [{ code: 'ci-script-kept', text }];
  const notes = (project: Project, ciScript: boolean) => ciScriptNotes(project, fakeOptions({ ciScript }, project));

  test.each<{ case: string; facts: Facts; expected: object[] }>([
    { case: 'no script yet', facts: {}, expected: [] },
    { case: 'ours', facts: { files: manifest(`npx --yes ${check}`) }, expected: [] },
    { case: 'ours with another runner', facts: { files: manifest(`bunx ${check}`) }, expected: [] },
    {
      case: 'another',
      facts: { files: manifest('true') },
      expected: kept(
        `package.json has a script "${name}" of its own, which stays as it is. This tool would have written: npx --yes ${check}`,
      ),
    },
    {
      case: 'one that is no text',
      facts: { files: manifest(['a']) },
      expected: kept(
        `package.json has a script "${name}" of its own, which stays as it is. This tool would have written: npx --yes ${check}`,
      ),
    },
    { case: 'no package.json', facts: { files: { 'package.json': undefined } }, expected: [] },
  ])('a script is asked for, and there is $case', ({ facts, expected }) => {
    expect(notes(fakeProject(facts), true)).toEqual(expected);
  });

  test('no script is asked for: one that was never ours is not spoken of', () => {
    expect(notes(fakeProject({ files: manifest('true') }), false)).toEqual([]);
  });

  const scripts = { 'package.json': `{\n  "scripts": {\n    "build": "x"\n  },\n  "dependencies": {}\n}\n` };

  test('no script is asked for any more: ours goes silently, one that was changed is said to stay', async () => {
    const run = { facts: { files: scripts }, options: { ciScript: true } };
    const first = await afterRun(run);
    expect(notes(first, false)).toEqual([]);
    const text = first.tree.read('package.json')?.replace(check, 'own-check');
    const changed = await afterRun(run, { 'package.json': text });
    expect(notes(changed, false)).toEqual(kept(`You changed the script "${name}" of package.json, so it stays there.`));
  });

  test('a script that was made longer, where it and the dependency were inserted as one text', async () => {
    const options = { ciScript: true };
    const first = await afterRun({ options });
    const text = first.tree.read('package.json')?.replace(check, `${check} --strict`);
    const { files } = await renderOf(await afterRun({ options }, { 'package.json': text }));
    expect(files.find(({ path }) => path === 'package.json')).toMatchObject({
      text: expect.stringContaining('"@ionic/angular": "^8.0.0"') as string,
    });
  });
});

describe('when the vault is taken out', () => {
  const text = (script: unknown) => manifest(script)['package.json'];

  test.each([
    { case: 'ours', script: `npx --yes ${check}`, keys: [['scripts', name]] },
    {
      case: 'ours of another version',
      script: 'pnpm dlx create-identity-vault@9.9.9 check -C apps/a',
      keys: [['scripts', name]],
    },
    { case: 'one with more in it', script: `npx --yes ${check} && echo`, keys: [] },
    { case: 'one without a runner', script: check, keys: [] },
    { case: 'another', script: 'true', keys: [] },
  ])('a script is taken out by its key: $case', ({ script, keys }) => {
    expect(ciScriptKeys(fakeProject(), text(script))).toEqual(keys);
  });

  const left = [
    { code: 'ci-script-kept', text: `The script "${name}" of package.json is yours and stays. It would fail now.` },
  ];
  const change = (after: string): Change => ({ kind: 'update', path: 'package.json', before: '', after });

  test.each([
    { case: 'stays', disk: text(`${check} --strict`), changes: [], notes: left },
    { case: 'goes with this run', disk: text(check), changes: [change('{}')], notes: [] },
    { case: 'stays behind this run', disk: '{}', changes: [change(text(check))], notes: left },
    { case: 'is none of ours', disk: text('true'), changes: [], notes: [] },
    { case: 'is not there', disk: '{}', changes: [], notes: [] },
  ])('a script that would fail is said: it $case', ({ disk, changes, notes: expected }) => {
    expect(ciScriptLeft(fakeProject({ files: { 'package.json': disk } }), changes)).toEqual(expected);
  });
});
