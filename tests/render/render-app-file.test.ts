import { describe, expect, test } from 'vitest';
import { undecided } from '../../src/diff/decisions.ts';
import { assess } from '../../src/pipeline.ts';
import type { Splice } from '../../src/model/splice.ts';
import type { Project } from '../../src/model/project.ts';
import type { AngularOptions as Options } from '../../src/frameworks/angular/angular-options.ts';
import { canonical } from '../../src/text/text.ts';
import { unsplice } from '../../src/text/unsplice.ts';
import { appFiles } from '../support/fake-app.ts';
import { fakeFormatter, fakeProject } from '../support/fake-project.ts';
import { afterRun, fakeOptions, planOf, renderOf } from '../support/stages.ts';

const routes = 'src/app/app.routes.ts';
const source = appFiles[routes] ?? '';

interface Edited {
  /** In the file's own encoding. */
  readonly text: string;
  /** What the next run takes out again. */
  readonly splices: readonly Splice[];
}

/** One of the app's files after a run, up to the last byte. */
async function rendered(project: Project, options: Partial<Options> = {}, path = routes): Promise<Edited> {
  const wanted = await planOf(project, fakeOptions(options, project));
  const { changes, state } = await assess(project, wanted, undecided);
  const change = changes.find((one) => one.path === path);
  const text = change && 'after' in change ? change.after : project.tree.read(path);
  const kept = state?.files[path];
  if (typeof text !== 'string' || kept?.owner !== 'app') throw new Error(`${path} is not edited as a file of the app.`);
  return { text, splices: kept.splices };
}

const withGuard = `import { Routes } from '@angular/router';
import { authGuard, resumeGuard } from './identity/auth.guard';

export const routes: Routes = [
  { path: '', redirectTo: 'home', pathMatch: 'full' },
  { path: 'home', canActivate: [authGuard], loadComponent: () => import('./home/home.page').then((m) => m.HomePage) },
  { path: 'tabs', loadComponent: () => import('./tabs/tabs.page').then((m) => m.TabsPage) },
  {
    path: 'login',
    title: 'Sign in',
    canActivate: [resumeGuard],
    loadComponent: () => import('./identity/login/login.page').then((m) => m.LoginPage),
  },
  {
    path: 'unlock',
    title: 'Unlock',
    canActivate: [resumeGuard],
    loadComponent: () => import('./identity/unlock/unlock.page').then((m) => m.UnlockPage),
  },
];
`;

describe('a first run', () => {
  test('only inserts; without its insertions the file is back', async () => {
    const file = await rendered(fakeProject());
    expect(file.text).toBe(withGuard);
    expect(file.splices.map(({ remove }) => remove).join('')).toBe('');
    expect(unsplice(file.text, file.splices)).toMatchObject({ text: source, lost: [] });
  });

  test.each([
    { case: 'CRLF', text: source.replaceAll('\n', '\r\n'), expected: withGuard.replaceAll('\n', '\r\n') },
    { case: 'a BOM', text: `\uFEFF${source}`, expected: `\uFEFF${withGuard}` },
    {
      case: 'one line with another end than the rest',
      text: source.replaceAll('\n', '\r\n').replace(';\r\n', ';\n'),
      expected: withGuard
        .replaceAll('\n', '\r\n')
        .replace(
          ";\r\nimport { authGuard, resumeGuard } from './identity/auth.guard';\r\n",
          ";\nimport { authGuard, resumeGuard } from './identity/auth.guard';\r\n",
        ),
    },
  ])('keeps $case', async ({ text, expected }) => {
    const file = await rendered(fakeProject({ files: { [routes]: text } }));
    expect(file.text).toBe(expected);
    expect(unsplice(canonical(file.text), file.splices).text).toBe(canonical(text));
  });

  test('a file that is to be edited and is not there is a bug of ours', async () => {
    const missing = rendered(fakeProject({ files: { [routes]: undefined } }));
    await expect(missing).rejects.toMatchObject({ code: 'INTERNAL', where: { path: routes } });
  });
});

describe('with the app’s formatter', () => {
  const formatter = fakeFormatter((text) => text.replaceAll("'", '"'));
  const formattedSource = source.replaceAll("'", '"');

  test('a file that its owner keeps formatted is left formatted', async () => {
    const file = await rendered(fakeProject({ formatter, files: { [routes]: formattedSource } }));
    expect(file.text).toBe(withGuard.replaceAll("'", '"'));
    expect(unsplice(file.text, file.splices)).toMatchObject({ text: formattedSource, lost: [] });
  });

  test('a file that it would change is only spliced', async () => {
    expect((await rendered(fakeProject({ formatter }))).text).toBe(withGuard);
  });

  test('no more than TypeScript is formatted', async () => {
    const shouting = fakeFormatter((text) => text.toUpperCase());
    const text = '{"DEPENDENCIES":{}}\n';
    const file = await rendered(
      fakeProject({ formatter: shouting, files: { 'package.json': text } }),
      {},
      'package.json',
    );
    expect(file.text).toContain('"capacitor-identity-vault"');
  });
});

describe('a second run', () => {
  test('with the same edits changes nothing, whatever else was edited', async () => {
    const first = await rendered(await afterRun());
    expect(first.text).toBe(withGuard);
    const edited = `// mine\n${withGuard}export const more = 1;\n`;
    const second = await rendered(await afterRun({}, { [routes]: edited }));
    expect(second.text).toBe(edited);
    expect(unsplice(second.text, second.splices)).toMatchObject({
      text: `// mine\n${source}export const more = 1;\n`,
      lost: [],
    });
  });

  test('with other edits is a first run with them: the earlier insertions are taken back', async () => {
    const again = await rendered(await afterRun(), { guardedRoutes: ['tabs'], unlockPath: 'locked' });
    const first = await rendered(fakeProject(), { guardedRoutes: ['tabs'], unlockPath: 'locked' });
    expect(again).toEqual(first);
    expect(again.text).not.toContain("'unlock'");
  });

  test('without the edits gives the bytes back', async () => {
    const project = await afterRun({ options: { ciScript: true } });
    const script = 'identity-vault:check';
    expect(project.tree.read('package.json')).toContain(script);
    expect((await rendered(project, { ciScript: false }, 'package.json')).text).not.toContain(script);
  });

  test('keeps what was edited elsewhere', async () => {
    const edited = `${withGuard}\nexport const more = 1;\n`;
    const file = await rendered(await afterRun({}, { [routes]: edited }), { guardedRoutes: [] });
    const first = await rendered(fakeProject(), { guardedRoutes: [] });
    expect(first.text).not.toContain('authGuard');
    expect(file.text).toBe(`${first.text}\nexport const more = 1;\n`);
  });
});

describe('code of ours that was changed by hand', () => {
  const moved = withGuard.replace('[authGuard]', '[authGuard, ownGuard]');
  const lineWith = (name: string) =>
    moved
      .split('\n')
      .find((line) => line.includes(name))
      ?.trim();

  test('a run that would change it leaves the file alone, and lists the lines', async () => {
    const project = await afterRun({}, { [routes]: moved });
    const { files, manual } = await renderOf(project, fakeOptions({ guardedRoutes: [] }, project));
    expect(files.find(({ path }) => path === routes)).toMatchObject({ text: moved });
    expect(manual.map(({ path, line, lines }) => ({ path, line, lines }))).toEqual([
      { path: routes, line: 2, lines: [`import { authGuard, resumeGuard } from './identity/auth.guard';`] },
      { path: routes, line: 6, lines: [lineWith('ownGuard')] },
    ]);
  });

  test('a run with the same edits has nothing against it', async () => {
    const project = await afterRun({}, { [routes]: moved });
    const { files, manual } = await renderOf(project);
    expect(files.find(({ path }) => path === routes)).toMatchObject({ text: moved });
    expect(manual).toEqual([]);
  });
});
