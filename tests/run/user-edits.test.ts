import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { digest } from '../../src/text/text.ts';
import { App } from './app.ts';
import { rendersAnew } from './older-version.ts';

const folder = 'src/app/identity';
const service = `${folder}/identity.service.ts`;
const navigation = `${folder}/identity.navigation.ts`;
const guard = `${folder}/auth.guard.ts`;
const page = `${folder}/unlock/unlock.page.ts`;
const markup = `${folder}/unlock/unlock.page.html`;

interface Edit {
  readonly edit: string;
  readonly path: string;
  readonly make: (app: App) => void | Promise<void>;
}

const replace = (path: string, from: string | RegExp, to: string): Pick<Edit, 'path' | 'make'> => ({
  path,
  make: (app) => {
    const before = app.read(path);
    const after = before.replace(from, to);
    expect(after, 'the edit changes something').not.toBe(before);
    app.write(path, after);
  },
});

const edits = {
  method: {
    edit: 'a method is added',
    ...replace(
      service,
      '\n  private async isOpen',
      '\n  isAdmin(): boolean {\n    return true;\n  }\n\n  private async isOpen',
    ),
  },
  hook: {
    edit: 'the body of a hook is changed',
    ...replace(service, '    this.screen.hide();\n', '    this.screen.hide();\n    this.forget();\n'),
  },
  imports: {
    edit: 'imports are put in another order',
    ...replace(service, /(import \{ inject.*\n)(import \{ Platform.*\n)/, '$2$1'),
  },
  value: { edit: 'the value itself is changed', ...replace(service, 'lockAfter: 5000', 'lockAfter: 1234') },
  neighbour: {
    edit: 'a comment behind the value',
    ...replace(service, 'lockAfter: 5000,', 'lockAfter: 5000, // ours'),
  },
  formatted: {
    edit: 'the file is formatted by another Prettier',
    path: navigation,
    make: async (app: App) => {
      const options = { parser: 'typescript', singleQuote: false, semi: false, printWidth: 60, tabWidth: 4 } as const;
      app.write(navigation, await format(app.read(navigation), options));
    },
  },
  markup: {
    edit: 'the markup is replaced',
    path: markup,
    make: (app: App) => app.write(markup, '<ion-content>Mine</ion-content>\n'),
  },
  style: {
    edit: 'a rule is added to the styles',
    ...replace(`${folder}/unlock/unlock.page.scss`, '.error {', '.mine {\n  color: red;\n}\n\n.error {'),
  },
  guard: {
    edit: 'the guard logs',
    ...replace(guard, '    return false;', "    console.log('guarded');\n    return false;"),
  },
  message: { edit: 'a message is translated', ...replace(page, 'That was not right. Try again.', 'Das war falsch.') },
  crlf: {
    edit: 'the file is checked out with CRLF',
    path: service,
    make: (app: App) => app.write(service, app.read(service).replaceAll('\n', '\r\n')),
  },
  licence: { edit: 'a licence header', ...replace(service, /^/, '/*! Copyright */\n\n') },
  fields: {
    edit: 'options are put in another order',
    ...replace(service, /( *unlockOnReady: false,\n)( *unlockOnAccess: true,\n)/, '$2$1'),
  },
  symbol: { edit: 'a symbol is renamed', ...replace(service, /isOpen/g, 'isUnlocked') },
  doc: { edit: 'a comment on the class', ...replace(service, '@Injectable', '/** Ours. */\n@Injectable') },
  emptied: {
    edit: 'the body of a guard is replaced',
    ...replace(guard, /\n {2}const navigation[^]*?\n\};\n/, '\n  return true;\n};\n'),
  },
  deleted: {
    edit: 'the file is deleted',
    path: `${folder}/auth.guard.spec.ts`,
    make: (app: App) => rmSync(join(app.root, folder, 'auth.guard.spec.ts')),
  },
  moved: {
    edit: 'the file is moved',
    path: markup,
    make: (app: App) => {
      mkdirSync(join(app.root, dirname(markup), 'parts'));
      renameSync(join(app.root, markup), join(app.root, dirname(markup), 'parts/unlock.page.html'));
    },
  },
} satisfies Record<string, Edit>;

const newer = {
  service: { path: service, texts: ['and has the user sign in again', 'and asks the user to sign in again'] },
  page: { path: page, texts: ['Ask again.', 'Unlocking failed. Try again'] },
  markup: { path: markup, texts: ['to proceed.', 'to go on where you left off.'] },
  guard: { path: guard, texts: ['// Unreadable means locked.', "// A vault that can't be read counts as locked"] },
} as const;

interface Row {
  readonly edit: Edit;
  readonly flags?: readonly string[];
  /** The file is rendered otherwise by this version. */
  readonly newer?: keyof typeof newer;
  readonly expected: 'merged' | 'conflict' | 'kept' | 'stays away';
  /** In the edited file afterwards. */
  readonly has?: readonly string[];
}

const lockAfter = ['--lock-after', '60000'];
const renameService = ['--service-name', 'VaultService'];
const rename = ['--guard-name', 'gate', ...renameService];
const custom = ['--passcode-prompt', 'custom'];

const rows: readonly Row[] = [
  { edit: edits.method, flags: lockAfter, expected: 'merged', has: ['isAdmin()', 'lockAfter: 60000'] },
  { edit: edits.method, flags: rename, expected: 'merged', has: ['isAdmin()', 'class VaultService'] },
  {
    edit: edits.method,
    newer: 'service',
    expected: 'merged',
    has: ['isAdmin()', 'and asks the user to sign in again'],
  },
  { edit: edits.hook, flags: lockAfter, expected: 'merged', has: ['this.forget()', 'lockAfter: 60000'] },
  { edit: edits.hook, flags: rename, expected: 'merged', has: ['this.forget()', 'class VaultService'] },
  { edit: edits.hook, flags: custom, expected: 'merged', has: ['this.forget()'] },
  {
    edit: edits.hook,
    newer: 'service',
    expected: 'merged',
    has: ['this.forget()', 'and asks the user to sign in again'],
  },
  { edit: edits.imports, flags: lockAfter, expected: 'merged', has: ['lockAfter: 60000'] },
  { edit: edits.imports, flags: rename, expected: 'merged', has: ['class VaultService'] },
  { edit: edits.imports, newer: 'service', expected: 'merged', has: ['and asks the user to sign in again'] },
  { edit: edits.value, flags: lockAfter, expected: 'conflict' },
  { edit: edits.value, flags: ['--ios-prompt-text', 'Hello'], expected: 'merged', has: ['lockAfter: 1234', "'Hello'"] },
  {
    edit: edits.value,
    newer: 'service',
    expected: 'merged',
    has: ['lockAfter: 1234', 'and asks the user to sign in again'],
  },
  { edit: edits.neighbour, flags: lockAfter, expected: 'conflict' },
  { edit: edits.neighbour, flags: rename, expected: 'merged', has: ['// ours', 'class VaultService'] },
  { edit: edits.formatted, flags: ['--unlock-path', 'locked'], expected: 'conflict' },
  { edit: edits.formatted, flags: ['--home-path', 'folder/7'], expected: 'conflict' },
  { edit: edits.markup, flags: lockAfter, expected: 'kept', has: ['Mine'] },
  { edit: edits.markup, flags: rename, expected: 'kept', has: ['Mine'] },
  { edit: edits.markup, newer: 'markup', expected: 'conflict' },
  { edit: edits.style, flags: lockAfter, expected: 'kept', has: ['.mine'] },
  { edit: edits.style, newer: 'markup', expected: 'kept', has: ['.mine'] },
  {
    edit: edits.guard,
    flags: renameService,
    expected: 'merged',
    has: ["console.log('guarded')", 'inject(VaultService)'],
  },
  // The file has the name of its guard: another name is another file, and the edited one would go.
  { edit: edits.guard, flags: rename, expected: 'conflict' },
  { edit: edits.guard, flags: lockAfter, expected: 'kept', has: ["console.log('guarded')"] },
  { edit: edits.guard, newer: 'guard', expected: 'merged', has: ["console.log('guarded')", 'counts as locked'] },
  { edit: edits.message, flags: rename, expected: 'merged', has: ['Das war falsch.', 'VaultService'] },
  { edit: edits.message, newer: 'page', expected: 'merged', has: ['Das war falsch.', 'Unlocking failed'] },
  { edit: edits.crlf, flags: lockAfter, expected: 'merged', has: ['lockAfter: 60000,\r\n'] },
  { edit: edits.crlf, newer: 'service', expected: 'merged', has: ['and asks the user to sign in again'] },
  { edit: edits.licence, flags: lockAfter, expected: 'merged' },
  { edit: edits.licence, flags: rename, expected: 'merged' },
  { edit: edits.licence, newer: 'service', expected: 'merged' },
  { edit: edits.fields, flags: rename, expected: 'merged' },
  { edit: edits.fields, flags: ['--no-unlock-on-access'], expected: 'conflict' },
  { edit: edits.fields, newer: 'service', expected: 'merged' },
  { edit: edits.symbol, flags: lockAfter, expected: 'merged' },
  { edit: edits.symbol, flags: custom, expected: 'merged' },
  { edit: edits.symbol, newer: 'service', expected: 'merged' },
  { edit: edits.doc, flags: lockAfter, expected: 'merged' },
  { edit: edits.doc, flags: ['--session', 'email:string'], expected: 'kept' },
  { edit: edits.emptied, flags: lockAfter, expected: 'kept' },
  { edit: edits.emptied, newer: 'guard', expected: 'conflict' },
  { edit: edits.deleted, flags: lockAfter, expected: 'stays away' },
  { edit: edits.deleted, newer: 'service', expected: 'stays away' },
  { edit: edits.deleted, flags: rename, expected: 'stays away' },
  { edit: edits.moved, flags: lockAfter, expected: 'stays away' },
  { edit: edits.moved, newer: 'markup', expected: 'stays away' },
];

/** The same edit of what a first run with these flags writes: a merge gives exactly that. */
async function editedAfter({ make, path }: Edit, flags: readonly string[]): Promise<string> {
  const fresh = new App('angular-21-plain');
  await fresh.run('--yes', ...flags);
  await make(fresh);
  return fresh.read(path);
}

describe('what a run makes of a file the user edited', () => {
  test.each(rows)('$edit.edit; $flags $newer → $expected', async ({ edit, flags = [], expected, has = [], ...row }) => {
    const app = await App.setUp('angular-21-plain');
    if (row.newer) rendersAnew(app, newer[row.newer].path, newer[row.newer].texts);
    await edit.make(app);
    const edited = app.snapshot();
    const ended = await app.run('--yes', ...flags);
    if (expected === 'conflict') {
      expect(ended.exitCode).toBe(3);
      expect(ended.stderr).toContain(edit.path);
      expect(app.snapshot()).toEqual(edited);
      return;
    }
    expect(ended.exitCode).toBe(0);
    const now = app.snapshot();
    if (expected === 'stays away') expect(now[edit.path]).toBeUndefined();
    else for (const words of has) expect(app.read(edit.path)).toContain(words);
    if (expected === 'kept') expect(now[edit.path]).toBe(edited[edit.path]);
    if (expected === 'merged') expect(app.read(edit.path)).toBe(await editedAfter(edit, flags));
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    await app.run('--yes', ...flags);
    expect(app.snapshot()).toEqual(now);
  });
});

describe('--on-conflict', () => {
  const conflict = async (): Promise<App> => {
    const app = await App.setUp('angular-21-plain');
    await edits.value.make(app);
    await edits.method.make(app);
    return app;
  };
  const line = /^ *lockAfter.*$/m;

  test.each([
    { choice: 'keep', exitCode: 0, now: 'lockAfter: 1234,' },
    { choice: 'theirs', exitCode: 0, now: 'lockAfter: 60000,' },
  ])('$choice decides the clash, and merges the rest', async ({ choice, exitCode, now }) => {
    const app = await conflict();
    expect(await app.run('--yes', ...lockAfter, '--on-conflict', choice)).toMatchObject({ exitCode });
    expect(line.exec(app.read(service))?.[0].trim()).toBe(now);
    expect(app.read(service)).toContain('isAdmin()');
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    // What was kept is still the user's: the next run merges it again.
    const changed = await app.run('--yes', '--ios-prompt-text', 'Hello');
    expect(changed).toMatchObject({ exitCode: 0 });
    expect(app.read(service)).toContain('isAdmin()');
    expect(app.read(service)).toContain(now);
  });

  test('markers leave both sides, a step for a person, and drift until it is made', async () => {
    const app = await conflict();
    const ended = await app.run('--yes', ...lockAfter, '--on-conflict=markers');
    expect(ended.exitCode).toBe(6);
    expect(ended.stderr).toMatch(/Left for you: .*identity\.service\.ts:\d+/);
    expect(app.read(service)).toMatch(
      /<<<<<<< yours\n +lockAfter: 1234,\n=======\n +lockAfter: 60000,\n>>>>>>> create-identity-vault\n/,
    );
    const checked = await app.run('check');
    expect(checked.exitCode).toBe(2);
    expect(checked.stdout).toContain('A conflict is not resolved');
    app.write(service, app.read(service).replace(/<<<<<<<.*\n.*\n=======\n(.*\n)>>>>>>>.*\n/, '$1'));
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
  });

  test('a file that would go, and was edited', async () => {
    const spec = `${folder}/auth.guard.spec.ts`;
    for (const { choice, stays } of [
      { choice: 'keep', stays: true },
      { choice: 'theirs', stays: false },
    ]) {
      const app = await App.setUp('angular-21-plain');
      app.write(spec, `${app.read(spec)}// mine\n`);
      expect(await app.run('--yes', '--no-tests')).toMatchObject({ exitCode: 3 });
      expect(await app.run('--yes', '--no-tests', '--on-conflict', choice)).toMatchObject({ exitCode: 0 });
      expect(Object.keys(app.snapshot()).includes(spec)).toBe(stays);
    }
  });
});

describe('a deleted file', () => {
  const spec = `${folder}/auth.guard.spec.ts`;

  test('stays deleted through options off and on, until it is asked for', async () => {
    const app = await App.setUp('angular-21-plain');
    const before = app.snapshot();
    rmSync(join(app.root, spec));
    await app.run('--yes', '--no-tests');
    await app.run('--yes', '--tests');
    expect(app.snapshot()[spec]).toBeUndefined();
    expect(await app.run('--yes', '--restore', spec)).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(before);
  });

  test('a path that is none of the generated ones is a typo', async () => {
    const app = await App.setUp('angular-21-plain');
    const ended = await app.run('--yes', '--restore', `${folder}/auth.gard.ts`);
    expect(ended.exitCode).toBe(64);
    expect(ended.stderr).toContain(`did you mean ${guard}?`);
  });
});

describe('a state that git could not merge', () => {
  const state = '.identity-vault/state.json';
  const conflicted = (app: App): void => {
    const text = app.read(state);
    const [tool = ''] = /^ *"toolVersion".*\n/m.exec(text) ?? [];
    app.write(
      state,
      text.replace(tool, `<<<<<<< HEAD\n${tool}=======\n${tool.replace('0.1.0', '0.0.9')}>>>>>>> theirs\n`),
    );
  };

  test('is drift, and the next run rebuilds it byte for byte', async () => {
    const app = await App.setUp('angular-21-plain');
    const before = app.snapshot();
    conflicted(app);
    expect(await app.run('check')).toMatchObject({ exitCode: 2 });
    const ended = await app.run('--yes');
    expect(ended).toMatchObject({ exitCode: 0 });
    expect(ended.stderr).toContain('rebuilt');
    expect(app.snapshot()).toEqual(before);
  });

  test.each([
    { how: 'deleted', damage: (app: App) => rmSync(join(app.root, '.identity-vault'), { recursive: true }) },
    { how: 'cut off', damage: (app: App) => app.write(state, app.read(state).slice(0, 200)) },
  ])('$how, it is rebuilt from the configuration: files equal to the render are adopted', async ({ damage }) => {
    const app = new App('angular-21-plain');
    await app.run('--yes', ...lockAfter);
    const before = app.snapshot();
    damage(app);
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect({ ...app.snapshot(), [state]: '' }).toEqual({ ...before, [state]: '' });
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
  });

  test('cut off, with an edited file: nobody’s edit is taken for ours', async () => {
    const app = await App.setUp('angular-21-plain');
    await edits.method.make(app);
    app.write(state, app.read(state).slice(0, 200));
    expect(await app.run('--yes')).toMatchObject({ exitCode: 3 });
    expect(await app.run('--yes', '--on-conflict', 'keep')).toMatchObject({ exitCode: 0 });
    expect(app.read(service)).toContain('isAdmin()');
    expect(await app.run('--yes', ...lockAfter)).toMatchObject({ exitCode: 0 });
    expect(app.read(service)).toContain('isAdmin()');
    expect(app.read(service)).toContain('lockAfter: 60000');
  });

  test('a path outside the app in it is refused', async () => {
    const app = await App.setUp('angular-21-plain');
    for (const path of ['../outside.ts', '/etc/passwd', 'src/../../x']) {
      app.write(
        state,
        app.read(state).replace(/"src\/app\/identity\/session.ts"|"[./]*outside.ts"|"\/etc\/passwd"/, `"${path}"`),
      );
      for (const argv of [['--yes'], ['remove', '--yes'], ['check']])
        expect(await app.run(...argv)).toMatchObject({ exitCode: 5 });
    }
  });

  test('a path in .git is never written or deleted', async () => {
    const app = await App.setUp('angular-21-plain');
    app.write('.git/hooks/pre-commit', 'mine');
    const text = app.read(state).replace('"src/app/identity/session.ts"', '".git/hooks/pre-commit"');
    app.write(state, text);
    const before = app.snapshot();
    expect(await app.run('remove', '--yes', '--force')).toMatchObject({ exitCode: 5 });
    expect(app.snapshot()).toEqual(before);
  });
});

describe('check', () => {
  test('--strict makes notes fail', async () => {
    const app = await App.setUp('angular-21-plain');
    expect(await app.run('check', '--strict')).toMatchObject({ exitCode: 0 });
    expect(await app.runWith({ argv: ['check'], version: '0.2.0' })).toMatchObject({ exitCode: 0 });
    expect(await app.runWith({ argv: ['check', '--strict'], version: '0.2.0' })).toMatchObject({ exitCode: 2 });
    app.write('identity-vault.config.json', app.read('identity-vault.config.json').replace('5000', '9000'));
    expect(await app.runWith({ argv: ['check'], version: '0.2.0' })).toMatchObject({ exitCode: 2 });
  });

  test('--annotations=github marks the files, as seen from the repository', async () => {
    const app = await App.setUp('angular-21-plain');
    await edits.method.make(app);
    rmSync(join(app.root, guard));
    const env = { GITHUB_WORKSPACE: dirname(app.root) };
    const { stdout, exitCode } = await app.runWith({ argv: ['check', '--annotations=github'], env });
    const name = app.root.slice(dirname(app.root).length + 1);
    expect(exitCode).toBe(2);
    expect(stdout).toContain(
      `::error file=${name}/${guard},title=identity-vault%3A missing::The generated file is missing.\n`,
    );
    expect(stdout).toContain(`::notice file=${name}/${service},title=identity-vault%3A edited::`);
    const json = await app.runWith({ argv: ['check', '--annotations=github', '--json'], env });
    expect(JSON.parse(json.stdout)).toMatchObject({ exitCode: 2 });
    expect(json.stderr).toContain('::error');
  });

  test('an unfinished run is drift, and nothing is written', async () => {
    const app = await App.setUp('angular-21-plain');
    app.write('.identity-vault/journal/before-0', 'half');
    expect(await app.run('check')).toMatchObject({ exitCode: 2 });
    expect(await app.run('--dry-run')).toMatchObject({ exitCode: 3 });
    expect(app.read('.identity-vault/journal/before-0')).toBe('half');
    const ended = await app.run('--yes');
    expect(ended).toMatchObject({ exitCode: 0 });
    expect(ended.stderr).toContain('An earlier run was interrupted');
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
  });

  test.each([
    { what: 'a path outside', path: '../outside.ts' },
    { what: 'a hook of git', path: '.git/hooks/pre-commit' },
    { what: 'bytes that are not what was there', path: guard },
  ])('a forged journal is refused: $what', async ({ path }) => {
    const app = await App.setUp('angular-21-plain');
    const after = path === guard ? digest(app.read(guard)) : undefined;
    const journal = { schemaVersion: 1, entries: [{ path, before: digest('good'), after }], folders: [] };
    app.write('.identity-vault/journal/journal.json', JSON.stringify(journal));
    app.write('.identity-vault/journal/before-0', path === guard ? 'evil' : 'good');
    const before = app.snapshot();
    const ended = await app.run('--yes');
    expect([3, 5]).toContain(ended.exitCode);
    expect(app.snapshot()).toEqual(before);
  });
});
