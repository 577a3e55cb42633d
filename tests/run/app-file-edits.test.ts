import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { App } from './app.ts';
import { rendersAnew } from './older-version.ts';

const routes = 'src/app/app.routes.ts';
const providers = 'src/app/app.config.ts';
const plist = 'ios/App/App/Info.plist';
const manifest = 'package.json';
const config = 'identity-vault.config.json';

interface Row {
  readonly edit: string;
  readonly path: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly flags: readonly string[];
  /**
   * merged: the file is as if it had been edited after a first run with these flags; joined: as if before that run,
   * so that what both put into the same place is in the tool's order. kept: as it was edited.
   * put back: as after a first run with these flags. refused: exit 6 with the line, and nothing written.
   */
  readonly expected: 'merged' | 'joined' | 'kept' | 'put back' | 'refused';
}

const lockAfter = ['--lock-after', '60000'];
const locked = ['--unlock-path', 'locked'];
const gate = ['--guard-name', 'gate'];
const token = ['--interceptor-name', 'token'];
const moved = ['--code-dir', 'src/app/vault'];
const hello = ['--face-id-usage', 'Hello'];
const plugin = ['--plugin', 'file:../vault.tgz'];

const edit = (name: string, path: string, [from, to]: readonly [string | RegExp, string]) => ({
  edit: name,
  path,
  from,
  to,
});

const header = edit('a licence header', routes, [/^/, '/*! Copyright */\n\n']);
const comment = edit('a comment above our route', routes, [
  "  {\n    path: 'login'",
  "  // sign in\n  {\n    path: 'login'",
]);
const ownRoute = edit('a route of the app’s own', routes, [
  "  { path: '**'",
  "  { path: 'about', component: About },\n  { path: '**'",
]);
const ownImport = edit('an import of the app’s own', routes, [
  "import { Routes } from '@angular/router';",
  "import { Routes } from '@angular/router';\nimport { About } from './about';",
]);
const routeMoved = edit('our route is moved', routes, [
  /( {2}\{\n {4}path: 'login',[^]*?\},\n)( {2}\{[^]*?\},\n)( {2}\{ path: '\*\*')/,
  '$2$1$3',
]);
const guardGone = edit('our guard is taken off a route', routes, [' canActivate: [authGuard],', '']);
const guardBeside = edit('a guard beside ours', routes, ['[authGuard]', '[authGuard, other]']);
const crlf = edit('the file is checked out with CRLF', routes, [/\n/g, '\r\n']);
const logger = edit('an interceptor behind ours', providers, ['[authInterceptor]', '[authInterceptor, logger]']);
const loggerFirst = edit('an interceptor in front of ours', providers, [
  '[authInterceptor]',
  '[logger, authInterceptor]',
]);
const provider = edit('a provider of the app’s own', providers, [
  '    provideIonicAngular',
  "    { provide: LOCALE_ID, useValue: 'de' },\n    provideIonicAngular",
]);
const behind = edit('a comment behind our provider', providers, [/(provideHttpClient\(.*\))\n/, '$1 // ours\n']);
const translated = edit('the text is translated', plist, [/Use Face ID to[^<]*/, 'Mit Face ID anmelden']);
const key = edit('another key', plist, ['\t<key>UILaunch', '\t<key>Own</key>\n\t<true/>\n\t<key>UILaunch']);
const bumped = edit('the version is bumped by hand', manifest, [/("capacitor-identity-vault": )"[^"]*"/, '$1"0.1.1"']);
const dependency = edit('a dependency', manifest, ['    "rxjs"', '    "own": "1.0.0",\n    "rxjs"']);
const script = edit('a script', manifest, ['"build": "ng build"', '"build": "ng build",\n    "own": "true"']);
const tabs = edit('tabs in the configuration', config, [/^ {2}/gm, '\t']);

const rows: readonly Row[] = [
  { ...header, flags: lockAfter, expected: 'kept' },
  { ...header, flags: locked, expected: 'merged' },
  { ...header, flags: moved, expected: 'merged' },
  { ...comment, flags: lockAfter, expected: 'kept' },
  { ...ownRoute, flags: locked, expected: 'joined' },
  { ...ownRoute, flags: gate, expected: 'joined' },
  { ...ownRoute, flags: moved, expected: 'joined' },
  { ...ownImport, flags: lockAfter, expected: 'kept' },
  { ...ownImport, flags: locked, expected: 'merged' },
  { ...routeMoved, flags: lockAfter, expected: 'kept' },
  { ...routeMoved, flags: locked, expected: 'refused' },
  { ...routeMoved, flags: moved, expected: 'refused' },
  { ...guardGone, flags: lockAfter, expected: 'put back' },
  { ...guardBeside, flags: lockAfter, expected: 'kept' },
  { ...guardBeside, flags: gate, expected: 'refused' },
  { ...crlf, flags: lockAfter, expected: 'kept' },
  { ...crlf, flags: locked, expected: 'merged' },
  { ...logger, flags: lockAfter, expected: 'kept' },
  { ...logger, flags: token, expected: 'refused' },
  { ...loggerFirst, flags: moved, expected: 'refused' },
  { ...provider, flags: token, expected: 'merged' },
  { ...provider, flags: moved, expected: 'merged' },
  { ...behind, flags: lockAfter, expected: 'kept' },
  { ...translated, flags: lockAfter, expected: 'kept' },
  { ...translated, flags: hello, expected: 'kept' },
  { ...translated, flags: [...hello, '--replace-face-id-usage'], expected: 'put back' },
  { ...key, flags: hello, expected: 'merged' },
  { ...bumped, flags: lockAfter, expected: 'put back' },
  { ...bumped, flags: plugin, expected: 'put back' },
  { ...dependency, flags: lockAfter, expected: 'kept' },
  { ...dependency, flags: plugin, expected: 'merged' },
  { ...script, flags: plugin, expected: 'merged' },
  { ...tabs, flags: lockAfter, expected: 'merged' },
];

function make(app: App, { path, from, to }: Row): void {
  const before = app.read(path);
  app.write(path, before.replace(from, to));
  expect(app.read(path), 'the edit changes something').not.toBe(before);
}

const expectedText = async (row: Row): Promise<string> => {
  const fresh = new App('angular-21-plain');
  if (row.expected === 'joined') make(fresh, row);
  await fresh.run('--yes', ...row.flags);
  if (row.expected === 'merged') make(fresh, row);
  return fresh.read(row.path);
};

describe.each([
  { version: 'this version', older: false, rows },
  {
    version: 'a newer version with other templates',
    older: true,
    rows: rows.filter(({ flags }) => flags === lockAfter),
  },
])('what $version makes of a file of the app’s own that the user edited', ({ older, rows: some }) => {
  test.each(some)('$path: $edit; $flags → $expected', async (row) => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    if (older)
      rendersAnew(app, 'src/app/identity/identity.service.ts', [
        'and has the user sign in again',
        'and asks the user to sign in again',
      ]);
    make(app, row);
    const edited = app.snapshot();
    const ended = await app.run('--yes', ...row.flags);
    if (row.expected === 'refused') {
      expect(ended).toMatchObject({ exitCode: 6 });
      expect(ended.stderr).toMatch(new RegExp(`${row.path}:\\d+`));
      expect(app.snapshot()).toEqual(edited);
      return;
    }
    expect(ended, ended.stderr).toMatchObject({ exitCode: 0 });
    if (row.expected === 'kept') expect(app.snapshot()[row.path]).toBe(edited[row.path]);
    else expect(app.read(row.path)).toBe(await expectedText(row));
    const now = app.snapshot();
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    await app.run('--yes', ...row.flags);
    expect(app.snapshot()).toEqual(now);
  });
});

describe('a file of the app that somebody formatted otherwise', () => {
  const style = { parser: 'typescript', singleQuote: false, semi: false, tabWidth: 4, printWidth: 60 } as const;

  test.each([routes, providers])('%s: an option elsewhere leaves it, and check is content', async (path) => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    app.write(path, await format(app.read(path), style));
    const formatted = app.read(path);
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    expect(await app.run('--yes', ...lockAfter)).toMatchObject({ exitCode: 0 });
    expect(app.read(path)).toBe(formatted);
  });
});

describe('a configuration that was edited by hand', () => {
  test.each([
    { how: 'a value', from: '"lockAfter": 5000', to: '"lockAfter": 9000', check: 2, exitCode: 0 },
    { how: 'an option taken out', from: '  "lockAfter": 5000,\n', to: '', check: 2, exitCode: 0 },
    { how: 'a name that is none', from: '"lockAfter"', to: '"lockAftr"', check: 64, exitCode: 64 },
    { how: 'no JSON', from: '"lockAfter": 5000,', to: '"lockAfter": 5000', check: 5, exitCode: 5 },
  ])('$how', async ({ from, to, check, exitCode }) => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    app.write(config, app.read(config).replace(from, to));
    const edited = app.snapshot();
    expect(await app.run('check')).toMatchObject({ exitCode: check });
    expect(await app.run('--yes')).toMatchObject({ exitCode });
    if (exitCode !== 0) expect(app.snapshot()).toEqual(edited);
    else expect(await app.run('check')).toMatchObject({ exitCode: 0 });
  });
});

describe('remove, where code of ours was edited', () => {
  test.each([
    { row: logger, says: 'authInterceptor, logger' },
    { row: guardBeside, says: '[authGuard, other]' },
  ])('$row.edit: the file stays whole, and its lines are named', async ({ row, says }) => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    make(app, { ...row, flags: [], expected: 'kept' });
    const edited = app.snapshot();
    const ended = await app.run('remove', '--yes');
    expect(ended.exitCode).toBe(6);
    expect(ended.stderr).toContain(says);
    expect(app.snapshot()).toEqual(edited);
    expect(await app.run('remove', '--yes', '--allow-manual')).toMatchObject({ exitCode: 6 });
    expect(app.read(row.path)).toBe(Buffer.from(edited[row.path] ?? '', 'latin1').toString());
  });

  test('a route of ours that was moved before an option changed is named as well', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    make(app, { ...routeMoved, flags: [], expected: 'kept' });
    await app.run('--yes', ...lockAfter);
    const ended = await app.run('remove', '--yes');
    expect(ended.exitCode).toBe(6);
    expect(ended.stderr).toContain('login.page');
  });
});
