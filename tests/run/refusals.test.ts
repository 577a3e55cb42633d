import { chmodSync, cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { App } from './app.ts';

interface Refusal {
  readonly case: string;
  readonly project?: string;
  readonly prepare: (app: App) => void;
  readonly argv?: readonly string[];
  readonly exitCode: number;
  /** What the message has to say: what happened, where, and how to fix it. */
  readonly says: readonly string[];
}

const packageJson = (content: object) => (app: App) =>
  writeFileSync(join(app.root, 'package.json'), JSON.stringify({ name: 'app', ...content }));
const replace = (path: string, from: string | RegExp, to: string) => (app: App) =>
  writeFileSync(join(app.root, path), app.read(path).replace(from, to));

const mkdirIn = (app: App, name: string): string => {
  mkdirSync(join(app.root, name), { recursive: true });
  return join(app.root, name);
};

const refusals: readonly Refusal[] = [
  {
    case: 'no package.json',
    prepare: (app) => rmSync(join(app.root, 'package.json')),
    exitCode: 5,
    says: ['no package.json here or above', '--cwd'],
  },
  {
    case: 'a folder that is not there',
    prepare: () => undefined,
    argv: ['--cwd', 'nowhere'],
    exitCode: 64,
    says: ['nowhere', '--cwd'],
  },
  {
    case: 'an empty package.json',
    prepare: (app) => app.write('package.json', ''),
    exitCode: 5,
    says: ['package.json', 'not valid JSON'],
  },
  {
    case: 'a package.json that is a list',
    prepare: (app) => app.write('package.json', '[]'),
    exitCode: 5,
    says: ['package.json', 'not an object'],
  },
  {
    case: 'a pnpm-workspace.yaml that is not YAML',
    prepare: (app) => app.write('pnpm-workspace.yaml', 'packages:\n  - "*\n'),
    exitCode: 5,
    says: ['pnpm-workspace.yaml:', 'not valid YAML'],
  },
  {
    case: 'a plugin for Capacitor',
    prepare: packageJson({
      capacitor: { ios: { src: 'ios' }, android: { src: 'android' } },
      devDependencies: { '@capacitor/core': '8.0.0', '@ionic/eslint-config': '1.0.0' },
    }),
    exitCode: 5,
    says: ['Capacitor plugin, not an app', 'package.json', '--cwd'],
  },
  {
    case: 'Nuxt',
    prepare: packageJson({ dependencies: { '@nuxtjs/ionic': '1.0.0', '@capacitor/core': '8.0.0' } }),
    exitCode: 5,
    says: ['Nuxt', 'npm install capacitor-identity-vault'],
  },
  {
    case: 'Nuxt that lists Ionic Vue',
    prepare: packageJson({ dependencies: { nuxt: '4.0.0', '@ionic/vue': '8.0.0', '@capacitor/core': '8.0.0' } }),
    exitCode: 5,
    says: ['Nuxt'],
  },
  {
    case: 'Svelte',
    prepare: packageJson({
      dependencies: { '@capacitor/core': '8.0.0' },
      devDependencies: { '@sveltejs/kit': '2.0.0', 'ionic-svelte': '0.5.0' },
    }),
    exitCode: 5,
    says: ['Svelte', 'npm install capacitor-identity-vault'],
  },
  {
    case: 'a documentation site',
    prepare: packageJson({ dependencies: { '@docusaurus/core': '3.0.0', '@ionic/react': '8.0.0' } }),
    exitCode: 5,
    says: ['documentation site', '--cwd'],
  },
  {
    case: 'Stencil',
    prepare: packageJson({ devDependencies: { '@stencil/core': '4.0.0', '@ionic/core': '8.0.0' } }),
    exitCode: 5,
    says: ['Stencil', '--cwd'],
  },
  {
    case: 'Ionic Vue',
    prepare: packageJson({ dependencies: { '@ionic/vue': '8.0.0', '@capacitor/core': '8.0.0' } }),
    exitCode: 5,
    says: ['@ionic/vue', 'not supported yet'],
  },
  {
    case: 'Cordova that is said by config.xml alone',
    prepare: (app) => {
      packageJson({ dependencies: { '@angular/core': '21.0.0', '@ionic/angular': '8.0.0' } })(app);
      app.write('config.xml', '<widget/>');
    },
    exitCode: 5,
    says: ['Cordova', 'https://'],
  },
  {
    case: 'a workspace of libraries',
    prepare: (app) =>
      app.write('angular.json', JSON.stringify({ projects: { ui: { projectType: 'library', root: 'projects/ui' } } })),
    exitCode: 5,
    says: ['angular.json', 'libraries', '--cwd'],
  },
  {
    case: 'no angular.json',
    prepare: (app) => rmSync(join(app.root, 'angular.json')),
    exitCode: 5,
    says: ['no angular.json', 'project.json', '--cwd'],
  },
  {
    case: 'no Capacitor configuration',
    prepare: (app) => rmSync(join(app.root, 'capacitor.config.ts')),
    exitCode: 5,
    says: ['capacitor.config.ts', 'npx cap init'],
  },
  {
    case: 'a copy of the Capacitor configuration in a native project, and no other',
    prepare: (app) => {
      rmSync(join(app.root, 'capacitor.config.ts'));
      app.write('ios/App/App/capacitor.config.json', '{}');
      app.write('android/app/src/main/assets/capacitor.config.json', '{}');
    },
    exitCode: 5,
    says: ['capacitor.config.ts', 'npx cap init'],
  },
  {
    case: 'a version of Ionic that nobody states',
    prepare: replace('package.json', '"@ionic/angular": "^9.0.0"', '"@ionic/angular": "catalog:"'),
    exitCode: 5,
    says: ['@ionic/angular', 'not known', 'Install the app'],
  },
  {
    case: 'an Ionic package.json above the app',
    prepare: (app) => {
      for (const name of ['package.json', 'angular.json', 'capacitor.config.ts', 'src'])
        renameSync(join(app.root, name), join(mkdirIn(app, 'front-ionic'), name));
      packageJson({ dependencies: { '@ionic/angular': '9.0.0' } })(app);
    },
    exitCode: 4,
    says: ['package.json', 'no app is built here', '-C front-ionic'],
  },
  {
    case: 'several apps and no package.json above them',
    prepare: (app) => {
      for (const name of ['one', 'two']) {
        cpSync(join(app.root, 'package.json'), join(app.root, name, 'package.json'));
        cpSync(join(app.root, 'angular.json'), join(app.root, name, 'angular.json'));
      }
      rmSync(join(app.root, 'package.json'));
    },
    exitCode: 4,
    says: ['2 Ionic apps', '-C one', '-C two'],
  },
  {
    case: 'not an Ionic app',
    prepare: packageJson({ dependencies: { '@angular/core': '21.0.0' } }),
    exitCode: 5,
    says: ['@ionic/angular', 'package.json'],
  },
  {
    case: 'Ionic 3',
    prepare: packageJson({ dependencies: { 'ionic-angular': '3.9.10' } }),
    exitCode: 5,
    says: ['Ionic 3', 'https://'],
  },
  {
    case: 'Ionic React',
    prepare: packageJson({ dependencies: { '@ionic/react': '8.0.0', '@capacitor/core': '8.0.0' } }),
    exitCode: 5,
    says: ['@ionic/react', 'not supported yet'],
  },
  {
    case: 'Capacitor without Ionic',
    prepare: packageJson({ dependencies: { '@capacitor/core': '8.0.0' } }),
    exitCode: 5,
    says: ['Capacitor without Ionic', 'npm install capacitor-identity-vault'],
  },
  {
    case: 'no Capacitor',
    prepare: packageJson({ dependencies: { '@angular/core': '21.0.0', '@ionic/angular': '9.0.0' } }),
    exitCode: 5,
    says: ['@capacitor/core', 'npx cap init'],
  },
  {
    case: 'Cordova',
    prepare: packageJson({
      dependencies: { '@angular/core': '21.0.0', '@ionic/angular': '7.0.0', 'cordova-ios': '7' },
    }),
    exitCode: 5,
    says: ['Cordova', 'https://'],
  },
  {
    case: 'Capacitor 6',
    prepare: replace('package.json', '"@capacitor/core": "^8.0.0"', '"@capacitor/core": "^6.1.0"'),
    exitCode: 5,
    says: ['Capacitor 6', '--allow-unsupported', 'https://'],
  },
  {
    case: 'Ionic 6',
    project: 'angular-14-module',
    prepare: replace('package.json', '"@ionic/angular": "^7.0.0"', '"@ionic/angular": "^6.5.0"'),
    exitCode: 5,
    says: ['Ionic 6', '--allow-unsupported', 'https://ionicframework.com'],
  },
  {
    case: 'RxJS 6',
    project: 'angular-14-module',
    prepare: replace('package.json', '"rxjs": "~7.5.0"', '"rxjs": "~6.6.0"'),
    exitCode: 5,
    says: ['RxJS 6', '--allow-unsupported', 'https://rxjs.dev'],
  },
  {
    case: 'Angular 13',
    project: 'angular-14-module',
    prepare: replace('package.json', '"@angular/core": "~14.2.12"', '"@angular/core": "~13.4.0"'),
    exitCode: 5,
    says: ['Angular 13', 'https://'],
  },
  {
    case: 'a standalone app of Angular 14',
    prepare: replace('package.json', '"@angular/core": "^21.2.0"', '"@angular/core": "~14.2.0"'),
    exitCode: 5,
    says: ['src/main.ts', 'Angular 14', 'from 15 on', 'https://'],
  },
  {
    case: 'an NgModule whose providers are computed',
    project: 'angular-14-module',
    prepare: replace('src/app/app.module.ts', /providers: \[.*\],/, 'providers: makeProviders(),'),
    exitCode: 6,
    says: ['src/app/app.module.ts:', '{ provide: HTTP_INTERCEPTORS, useClass: AuthInterceptor, multi: true },'],
  },
  {
    case: 'a module that may provide HttpClient',
    project: 'angular-14-module',
    prepare: replace('src/app/app.module.ts', 'AppRoutingModule]', 'AppRoutingModule, ...extras()]'),
    exitCode: 6,
    says: [
      'src/app/app.module.ts:12',
      "import { HTTP_INTERCEPTORS, HttpClientModule } from '@angular/common/http';",
      '{ provide: HTTP_INTERCEPTORS, useClass: AuthInterceptor, multi: true },',
      'unless something provides HttpClient',
      '--allow-manual',
    ],
  },
  {
    case: 'routes of an NgModule that are computed',
    project: 'angular-20-module',
    prepare: replace('src/app/app-module.ts', /forRoot\(\[[^]*?\], \{ bind/, 'forRoot(makeRoutes(), { bind'),
    exitCode: 6,
    says: [
      'src/app/app-module.ts:',
      "loadChildren: () => import('./identity/unlock/unlock.module').then((m) => m.UnlockPageModule) },",
    ],
  },
  {
    case: 'package.json that is not JSON',
    prepare: (app) =>
      writeFileSync(join(app.root, 'package.json'), '{\n  "name": "app"\n  "dependencies": {"@ionic/angular": "9"}\n}'),
    exitCode: 5,
    says: ['package.json:3:3', 'not valid JSON'],
  },
  {
    case: 'several apps and none named',
    project: 'angular-18-two-apps',
    prepare: () => undefined,
    exitCode: 4,
    says: ['-C projects/staff', '-C projects/guests', '--project'],
  },
  {
    case: 'a project that is not there',
    project: 'angular-18-two-apps',
    prepare: () => undefined,
    argv: ['--project', 'shared'],
    exitCode: 64,
    says: ['"shared"', 'staff, guests'],
  },
  {
    case: 'apps below the folder',
    prepare: (app) => {
      for (const name of ['one', 'two'])
        cpSync(join(app.root, 'package.json'), join(app.root, 'apps', name, 'package.json'));
      packageJson({ private: true })(app);
    },
    exitCode: 4,
    says: ['-C apps/one', '-C apps/two'],
  },
  {
    case: 'more apps below the folder than anybody reads, React’s among them',
    prepare: (app) => {
      for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g'])
        cpSync(join(app.root, 'package.json'), join(app.root, 'apps', name, 'package.json'));
      app.write('apps/aa/package.json', '{"dependencies":{"@ionic/react":"8.0.0"}}');
      packageJson({ private: true })(app);
    },
    exitCode: 4,
    says: ['There are 7 Ionic apps here.', '-C apps/a\n', '-C apps/e\n    and 2 more\n'],
  },
  {
    case: 'an old Cordova app, whose Angular would be too old as well',
    prepare: packageJson({
      dependencies: { '@angular/core': '7.2.0', '@ionic/angular': '4.11.0', 'cordova-android': '8' },
    }),
    exitCode: 5,
    says: ['Cordova app', 'https://'],
  },
  {
    case: 'Ionic Vue in an app with pnpm',
    prepare: (app) => {
      packageJson({ packageManager: 'pnpm@10.0.0', dependencies: { '@ionic/vue': '8.0.0' } })(app);
    },
    exitCode: 5,
    says: ['pnpm add capacitor-identity-vault'],
  },
  {
    case: 'no Capacitor in an app with Yarn',
    prepare: (app) => {
      packageJson({ dependencies: { '@angular/core': '21.0.0', '@ionic/angular': '9.0.0' } })(app);
      app.write('yarn.lock', '');
    },
    exitCode: 5,
    says: ['yarn add @capacitor/core @capacitor/cli && yarn cap init'],
  },
  {
    case: 'an entry file that is not there',
    prepare: (app) => rmSync(join(app.root, 'src/main.ts')),
    exitCode: 5,
    says: ['src/main.ts', '"browser"'],
  },
  {
    case: 'a source file with a syntax error',
    prepare: replace('src/app/app.routes.ts', 'export const routes: Routes = [', 'export const routes: Routes = [[ {'),
    exitCode: 5,
    says: ['src/app/app.routes.ts:', 'syntax'],
  },
  {
    case: 'a binary plist',
    prepare: (app) =>
      writeFileSync(join(app.root, 'ios/App/App/Info.plist'), Buffer.from('bplist00\u00d1\u0001', 'latin1')),
    exitCode: 5,
    says: ['Info.plist', 'plutil -convert xml1'],
  },
  {
    case: 'a binary plist behind white space before another target’s XML',
    prepare: (app) => {
      app.write('ios/App/Other/Info.plist', '\n  <?xml version="1.0"?><plist version="1.0"><dict></dict></plist>');
      writeFileSync(join(app.root, 'ios/App/App/Info.plist'), Buffer.from('bplist00\u00d1\u0001', 'latin1'));
    },
    exitCode: 5,
    says: ['ios/App/App/Info.plist', 'plutil -convert xml1'],
  },
  {
    case: 'a plist that is not XML',
    prepare: replace('ios/App/App/Info.plist', '</dict>', ''),
    exitCode: 5,
    says: ['Info.plist'],
  },
  {
    case: 'a read-only file',
    prepare: (app) => chmodSync(join(app.root, 'src/app/app.routes.ts'), 0o444),
    exitCode: 5,
    says: ['src/app/app.routes.ts', 'read-only'],
  },
  {
    case: 'a shape that can not be edited',
    project: 'angular-19-spread-routes',
    prepare: () => undefined,
    exitCode: 6,
    says: ['src/app/routes.ts:3', 'not written as an array literal', "path: 'unlock'", '--allow-manual'],
  },
  {
    case: 'a name that is taken in an edited file',
    prepare: replace('src/app/app.routes.ts', 'export const routes', 'const authGuard = 1;\nexport const routes'),
    argv: ['--guard-name', 'authGuard'],
    exitCode: 6,
    says: ['src/app/app.routes.ts:', 'authGuard'],
  },
  {
    case: 'an unlock route of the app',
    prepare: replace('src/app/app.routes.ts', "path: 'folder/inbox', load", "path: 'unlock', load"),
    argv: ['--unlock-path', 'unlock'],
    exitCode: 64,
    says: ['"unlock"', '--unlock-path'],
  },
  {
    case: 'bad values, all at once',
    prepare: () => undefined,
    argv: ['--auth-mode', 'BiometricsOnly', '--lock-after', 'soon', '--api-origins', 'http://api.example.com'],
    exitCode: 64,
    says: ['--auth-mode', 'did you mean BiometricOnly?', '--lock-after', '"soon"', '--api-origins', 'https'],
  },
  {
    case: 'an unknown flag',
    prepare: () => undefined,
    argv: ['--lock-aftr', '5'],
    exitCode: 64,
    says: ['--lock-aftr', '--lock-after'],
  },
  {
    case: 'an unknown command',
    prepare: () => undefined,
    argv: ['doctor'],
    exitCode: 64,
    says: ['"doctor"', 'check', 'undo', 'remove', 'info'],
  },
  {
    case: 'a flag of another command',
    prepare: () => undefined,
    argv: ['--force'],
    exitCode: 64,
    says: ['--force', 'create-identity-vault remove --force'],
  },
  {
    case: 'a configuration with an unknown key',
    prepare: (app) => writeFileSync(join(app.root, 'identity-vault.config.json'), '{\n  "lockAfer": 5\n}'),
    exitCode: 64,
    says: ['identity-vault.config.json:2', 'lockAfter'],
  },
  {
    case: 'a damaged state',
    prepare: (app) => {
      mkdirSync(join(app.root, '.identity-vault'));
      writeFileSync(join(app.root, '.identity-vault/state.json'), '<<<<<<< HEAD\n');
    },
    exitCode: 5,
    says: ['.identity-vault/state.json', 'git checkout'],
  },
];

describe('refused with a reason, and nothing written', () => {
  test.each(refusals)(
    '$case → $exitCode',
    async ({ project = 'angular-21-plain', prepare, argv = [], exitCode, says }) => {
      const app = new App(project);
      prepare(app);
      const before = app.snapshot();
      const ended = await app.run('--yes', ...argv);
      expect(ended).toMatchObject({ exitCode, stdout: '' });
      for (const words of says) expect(ended.stderr).toContain(words);
      expect(app.snapshot()).toEqual(before);
    },
  );
});

test('with --json an error is one document on stdout, and nothing on stderr', async () => {
  const app = new App('angular-18-two-apps');
  const { stdout, stderr, exitCode } = await app.run('--yes', '--json');
  expect(exitCode).toBe(4);
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, ok: false, code: 'ANSWER_NEEDED', exitCode: 4 });
});

test('nobody to ask: a writing run needs --yes', async () => {
  const app = new App('angular-21-plain');
  const ended = await app.run();
  expect(ended.exitCode).toBe(4);
  expect(ended.stderr).toContain('--yes');
});

test('--allow-manual writes the rest and keeps the step open', async () => {
  const app = new App('angular-19-spread-routes');
  const ended = await app.run('--yes', '--allow-manual');
  expect(ended.exitCode).toBe(6);
  expect(ended.stderr.match(/not written as an array literal/g)).toHaveLength(1);
  expect(ended.stderr.match(/in the routes, before any/g)).toHaveLength(1);
  expect(ended.stderr).toMatch(/Done, but for what is left for you: \d+ files/);
  expect(Object.keys(app.snapshot())).toContain('src/app/identity/identity.service.ts');
  expect(await app.run('check')).toMatchObject({ exitCode: 2 });

  const page = (name: string) =>
    `import('./identity/${name}/${name}.page').then((m) => m.${name === 'login' ? 'Login' : 'Unlock'}Page)`;
  replace(
    'src/app/routes.ts',
    'withReadyResolver([',
    `withReadyResolver([{ path: 'login', loadComponent: () => ${page('login')} }, { path: 'unlock', loadComponent: () => ${page('unlock')} }, `,
  )(app);
  expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
  expect(await app.run('check')).toMatchObject({ exitCode: 0 });
});

test.each([
  { name: 'Capacitor 6', from: '"@capacitor/core": "^7.0.0"', to: '"@capacitor/core": "^6.1.0"' },
  { name: 'Ionic 6', from: '"@ionic/angular": "^7.0.0"', to: '"@ionic/angular": "~6.7.5"' },
])('--allow-unsupported writes the code for $name, and warns', async ({ name, from, to }) => {
  const app = new App('angular-14-module');
  replace('package.json', from, to)(app);
  const ended = await app.run('--yes', '--allow-unsupported');
  expect(ended).toMatchObject({ exitCode: 0 });
  expect(ended.stderr).toContain(name);
  expect(Object.keys(app.snapshot())).toContain('src/app/identity/login/login.module.ts');
});
