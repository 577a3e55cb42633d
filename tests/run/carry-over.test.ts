import { expect, test } from 'vitest';
import { App } from './app.ts';

const folder = 'src/app/identity';
const service = `${folder}/identity.service.ts`;

/** An app as the version before set it up: see its README. */
const before = 'set-up-before-split';

/** What a first run writes, with the options of that app. */
async function fresh(): Promise<App> {
  const app = new App(before);
  expect(await app.run('remove', '--yes')).toMatchObject({ exitCode: 0 });
  const flags = [
    '--no-tests',
    '--plugin',
    'capacitor-identity-vault@0.1.0',
    '--api-origins',
    'https://api.example.com',
  ];
  expect(await app.run('--yes', ...flags)).toMatchObject({ exitCode: 0 });
  return app;
}

test('what nobody touched is what a first run writes', async () => {
  const app = new App(before);
  expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
  const code = (one: App) => Object.entries(one.snapshot()).filter(([path]) => path.startsWith('src/'));
  expect(code(app)).toEqual(code(await fresh()));
  expect(await app.run('check')).toMatchObject({ exitCode: 0 });
});

const auth = "import { AuthService } from '../auth.service';\n";
const ends = '    await this.injector.get(AuthService).logout();\n';

test.each([
  {
    edit: 'the app’s session is ended in the hook',
    path: service,
    from: '  override async onSignedOut(): Promise<void> {\n',
    to: `$&${ends}`,
    has: [ends],
  },
  { edit: 'a class is imported in front', path: service, from: /^/, to: auth, has: [auth] },
  { edit: 'a class is imported behind', path: service, from: "} from './session';\n", to: `$&${auth}`, has: [auth] },
  {
    edit: 'a method is added at the end of the class',
    path: service,
    from: '\n}\n\n/** What refuses to go',
    to: '\n\n  isAdmin(): boolean {\n    return true;\n  }$&',
    has: ['isAdmin()'],
  },
  {
    edit: 'the app’s session is ended in the hook, with its import',
    path: service,
    from: /^[^]*onSignedOut\(\): Promise<void> \{\n/,
    to: `${auth}$&${ends}`,
    has: [auth, ends],
  },
  {
    edit: 'the timeout is changed',
    path: service,
    from: 'lockAfter: 5000',
    to: 'lockAfter: 9000',
    has: ['lockAfter: 9000'],
  },
  {
    edit: 'a text of the login page is translated',
    path: `${folder}/login/login.page.ts`,
    from: 'The user name or the password is wrong.',
    to: 'Name oder Kennwort ist falsch.',
    has: ['Name oder Kennwort ist falsch.', 'SignInClient'],
  },
  {
    edit: 'a text of the unlock page is translated',
    path: `${folder}/unlock/unlock.page.ts`,
    from: 'That was not right. Try again.',
    to: 'Das war falsch.',
    has: ['Das war falsch.', 'IdentityNavigation'],
  },
  {
    edit: 'the guard logs',
    path: `${folder}/auth.guard.ts`,
    from: '    return false;',
    to: "    console.log('guarded');\n$&",
    has: ["console.log('guarded')", 'IdentityNavigation'],
  },
])('$edit: it is carried over', async ({ path, from, to, has }) => {
  const app = new App(before);
  const edited = app.read(path).replace(from, to);
  expect(edited).not.toBe(app.read(path));
  app.write(path, edited);

  const ended = await app.run('--yes');
  expect(ended, ended.stderr).toMatchObject({ exitCode: 0 });
  for (const words of has) expect(app.read(path)).toContain(words);
  expect(app.read(service)).not.toContain('HttpClient');
  expect(await app.run('check')).toMatchObject({ exitCode: 0 });
});

test('a method in the middle of what moved to another file is a conflict, and nothing is written', async () => {
  const app = new App(before);
  const method = '  isAdmin(): boolean {\n    return true;\n  }\n\n';
  app.write(service, app.read(service).replace('  /** Signs in at the server', `${method}$&`));
  const edited = app.snapshot();

  expect(await app.run('--yes')).toMatchObject({ exitCode: 3 });
  expect(app.snapshot()).toEqual(edited);
});
