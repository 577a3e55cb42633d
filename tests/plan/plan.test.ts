import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import type { AngularOptions as Options } from '../../src/frameworks/angular/angular-options.ts';
import { fakeProject, type Facts } from '../support/fake-project.ts';
import { fakeOptions, planOf } from '../support/stages.ts';

const planned = (facts: Facts = {}, options: Partial<Options> = {}): Promise<Plan> => {
  const project = fakeProject(facts);
  return planOf(project, fakeOptions(options, project));
};

const generated = [
  'addresses.ts',
  'session.ts',
  'session.spec.ts',
  'session-state.ts',
  'session-state.spec.ts',
  'identity.service.ts',
  'identity.service.spec.ts',
  'identity.navigation.ts',
  'identity.navigation.spec.ts',
  'identity.screen.ts',
  'sign-in.client.ts',
  'sign-in.client.spec.ts',
  'auth.interceptor.ts',
  'auth.interceptor.spec.ts',
  'auth.guard.ts',
  'auth.guard.spec.ts',
  'testing.ts',
  'login/login.page.ts',
  'login/login.page.html',
  'login/login.page.scss',
  'login/login.page.spec.ts',
  'unlock/unlock.page.ts',
  'unlock/unlock.page.html',
  'unlock/unlock.page.scss',
  'unlock/unlock.page.spec.ts',
];

describe('what is written', () => {
  const files = ({ edits }: Plan) => edits.filter(({ kind }) => kind === 'template').map(({ path }) => path);
  const isForSpecs = (name: string) => name.endsWith('.spec.ts') || name === 'testing.ts';
  const at = (folder: string, names: readonly string[]) => names.map((name) => `${folder}/${name}`);

  test.each<{ case: string; options: Partial<Options>; paths: string[] }>([
    { case: 'nothing said', options: {}, paths: at('src/app/identity', generated) },
    {
      case: 'no tests',
      options: { tests: false },
      paths: at(
        'src/app/identity',
        generated.filter((name) => !isForSpecs(name)),
      ),
    },
    {
      case: 'a login page of the app’s own',
      options: { loginPage: 'existing' },
      paths: at(
        'src/app/identity',
        generated.filter((name) => !/^(login|sign-in\.client)\b/.test(name)),
      ),
    },
    {
      case: 'a passcode prompt of the app’s own, in another folder',
      options: { passcodePrompt: 'custom', codeDir: 'src/vault', tests: false },
      paths: at('src/vault', [
        ...generated.filter((name) => !isForSpecs(name)),
        'passcode/passcode.modal.ts',
        'passcode/passcode.modal.html',
        'passcode/passcode.modal.scss',
      ]),
    },
  ])('$case', async ({ options, paths }) => {
    expect(files(await planned({}, options))).toEqual(paths);
  });
});

describe('what is edited', () => {
  const ids = ({ edits }: Plan) => edits.filter(({ kind }) => kind !== 'template').map(({ id }) => id);
  const usual = [
    'interceptor',
    'guard:home',
    'route:login',
    'route:unlock',
    'face-id:ios/App/App/Info.plist',
    'dependency',
  ];

  test.each<{ case: string; facts?: Facts; options?: Partial<Options>; expected: string[] }>([
    { case: 'nothing said', expected: usual },
    {
      case: 'a login page of the app’s own: no route for it, and a guard on its route',
      options: { loginPage: 'existing' },
      expected: usual
        .filter((id) => id !== 'route:login')
        .flatMap((id) => (id === 'guard:home' ? [id, 'unlock:login'] : [id])),
    },
    { case: 'no guarded route', options: { guardedRoutes: [] }, expected: usual.filter((id) => id !== 'guard:home') },
    {
      case: 'two guarded routes',
      options: { guardedRoutes: ['home', 'tabs'] },
      expected: usual.flatMap((id) => (id === 'guard:home' ? [id, 'guard:tabs'] : [id])),
    },
    {
      case: 'two app targets',
      facts: { native: { plists: ['ios/App/App/Info.plist', 'ios/App/Kiosk/Info.plist'] } },
      expected: usual.flatMap((id) => (id === 'dependency' ? ['face-id:ios/App/Kiosk/Info.plist', id] : [id])),
    },
    {
      case: 'no iOS project yet',
      facts: { native: { plists: [], ios: false } },
      expected: usual.filter((id) => !id.startsWith('face-id')),
    },
    { case: 'a script for CI', options: { ciScript: true }, expected: [...usual, 'ci-script'] },
    {
      case: 'routes that could not be followed',
      facts: { lost: true },
      options: { guardedRoutes: ['home'] },
      expected: [
        'interceptor',
        'guard:home',
        'route:login',
        'route:unlock',
        'face-id:ios/App/App/Info.plist',
        'dependency',
      ],
    },
  ])('$case', async ({ facts, options, expected }) => {
    expect(ids(await planned(facts, options))).toEqual([...expected, 'config', 'git-attributes', 'git-ignore']);
  });

  test('a guard is put where its route is written', async () => {
    const place = { path: 'src/app/tabs/tabs.routes.ts', anchor: { kind: 'variable', name: 'tabRoutes' } } as const;
    const { edits } = await planned({ routes: ['home', { path: 'tabs', place }] }, { guardedRoutes: ['home', 'tabs'] });
    const guards = edits.filter(({ kind }) => kind !== 'template').filter(({ id }) => id.startsWith('guard:'));
    expect(guards.map(({ path }) => path)).toEqual(['src/app/app.routes.ts', 'src/app/tabs/tabs.routes.ts']);
  });
});

describe('what is left for a person', () => {
  test('each step that has no place to go: where it was lost, and why', async () => {
    const { edits } = await planned({ lost: true }, { guardedRoutes: ['home'] });
    const lost = edits.flatMap(({ id, path, ...edit }) =>
      edit.kind === 'code' && edit.anchor.kind === 'lost' ? [{ id, path, ...edit.anchor, brings: edit.brings }] : [],
    );
    expect(lost.map(({ id, path, line, reason }) => [id, `${path}:${String(line)}`, reason])).toEqual([
      ['guard:home', 'src/app/app.routes.ts:3', 'The routes are not an array literal.'],
      ['route:login', 'src/app/app.routes.ts:3', 'The routes are not an array literal.'],
      ['route:unlock', 'src/app/app.routes.ts:3', 'The routes are not an array literal.'],
    ]);
    expect(lost[1]?.brings).toEqual({ name: 'LoginPage', from: { file: 'src/app/identity/login/login.page' } });
  });
});

describe('what the vault is installed from', () => {
  const archive = {
    kind: 'archive',
    fileName: 'capacitor-identity-vault-0.1.0.tgz',
    bytes: new Uint8Array([1]),
  } as const;
  const release = 'capacitor-identity-vault@^0.1.0';

  test.each<{ case: string; facts?: Facts; options?: Partial<Options>; packages: Plan['packages']; spec: string }>([
    {
      case: 'the release of this version',
      packages: [{ name: 'capacitor-identity-vault', spec: release }],
      spec: release,
    },
    {
      case: 'what somebody named',
      options: { plugin: 'file:../vault.tgz' },
      facts: { pluginSource: archive },
      packages: [{ name: 'capacitor-identity-vault', spec: 'file:../vault.tgz' }],
      spec: 'file:../vault.tgz',
    },
    {
      case: 'a packed plugin, copied into the home of the app',
      facts: { pluginSource: archive, home: 'apps/mobile' },
      packages: [
        {
          name: 'capacitor-identity-vault',
          spec: 'file:apps/mobile/.identity-vault/capacitor-identity-vault-0.1.0.tgz',
        },
      ],
      spec: 'file:apps/mobile/.identity-vault/capacitor-identity-vault-0.1.0.tgz',
    },
    {
      case: 'another version than the app has: it is said which',
      facts: { dependencies: { 'capacitor-identity-vault': '0.0.9' } },
      packages: [{ name: 'capacitor-identity-vault', spec: release, before: '0.0.9' }],
      spec: release,
    },
    {
      case: 'what the app has already: no package changes',
      facts: { dependencies: { 'capacitor-identity-vault': release } },
      packages: [],
      spec: release,
    },
  ])('$case', async ({ facts, options, packages, spec }) => {
    const plan = await planned(facts, options);
    expect(plan.packages).toEqual(packages);
    expect(plan.edits.find(({ id }) => id === 'dependency')).toEqual({
      kind: 'json',
      id: 'dependency',
      path: 'package.json',
      key: ['dependencies', 'capacitor-identity-vault'],
      value: spec,
    });
  });
});

describe('the commands after writing', () => {
  const none = { ios: false, android: false, plists: [] };
  const built = { 'www/index.html': '<html></html>' };

  test.each<{ case: string; facts?: Facts; options?: Partial<Options>; typed: string[] }>([
    { case: 'no native project', facts: { native: none }, typed: ['npm install'] },
    { case: 'only Android', facts: { native: { ...none, android: true } }, typed: ['npm install', 'npx cap update'] },
    { case: 'only iOS', facts: { native: { ios: true, android: false } }, typed: ['npm install', 'npx cap update'] },
    {
      case: 'web assets that are built',
      facts: { capacitor: { webDir: 'www' }, files: built },
      typed: ['npm install', 'npx cap sync'],
    },
    {
      case: 'web assets that are not built',
      facts: { capacitor: { webDir: 'dist' }, files: built },
      typed: ['npm install', 'npx cap update'],
    },
    {
      case: 'a folder of web assets that is not stated',
      facts: { files: built },
      typed: ['npm install', 'npx cap update'],
    },
    {
      case: 'Capacitor in a folder of its own, its web assets outside it',
      facts: {
        capacitor: { folder: 'apps/mobile', webDir: '../../dist/mobile' },
        files: { 'dist/mobile/index.html': '' },
      },
      typed: ['npm install', 'cd apps/mobile && npx cap sync'],
    },
    { case: 'pnpm', options: { packageManager: 'pnpm' }, typed: ['pnpm install', 'pnpm exec cap update'] },
    { case: 'Yarn', options: { packageManager: 'yarn' }, typed: ['yarn install', 'yarn cap update'] },
    { case: 'Bun', options: { packageManager: 'bun' }, typed: ['bun install', 'bunx cap update'] },
  ])('$case', async ({ facts, options, typed }) => {
    const { commands } = await planned(facts, options);
    expect(commands.map((command) => command.typed ?? command.argv.join(' '))).toEqual(typed);
    expect(commands.map(({ folder }) => folder)).toEqual(
      typed.map((text) => (text.startsWith('cd ') ? 'apps/mobile' : undefined)),
    );
  });
});

test('notes: on the workspace, on the native projects, on the script', async () => {
  const project = fakeProject({
    native: { plists: [], backup: { path: 'android/app/src/main/AndroidManifest.xml', line: 5 } },
    formatter: { kind: 'none', passedOver: 'it is broken.' },
    files: { 'package.json': '{ "scripts": { "identity-vault:check": "true" } }' },
  });
  const options = fakeOptions({ loginPage: 'existing', ciScript: true }, project);
  expect((await planOf(project, options)).notes.map(({ code }) => code)).toEqual([
    'formatter-passed-over',
    'no-plist',
    'backup',
    'never-on-a-device',
    'ci-script-kept',
  ]);
});
