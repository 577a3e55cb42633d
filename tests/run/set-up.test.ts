import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { applyPatch } from 'diff';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { App } from './app.ts';

const shapes = [
  { project: 'angular-21-plain', flags: [] },
  { project: 'angular-15-main', flags: [] },
  { project: 'angular-18-two-apps', flags: ['--project', 'guests'] },
  { project: 'angular-14-module', flags: [] },
  { project: 'angular-16-module-http-client-module', flags: [] },
  { project: 'angular-17-standalone-http-client-module', flags: [] },
  { project: 'angular-20-module', flags: [] },
];

/** Apps whose own page signs people in: the steps there are left for a person. */
const signsIn = ['angular-15-main', 'angular-20-module'];

describe.each(shapes)('$project', ({ project, flags }) => {
  const [done, inSync] = signsIn.includes(project) ? [6, 2] : [0, 0];

  test('is set up, and a second run changes nothing', async () => {
    const app = new App(project);
    const first = await app.run('--yes', ...flags);
    expect(first).toMatchObject({ exitCode: done });
    const after = app.snapshot();
    expect(await app.run('--yes')).toMatchObject({ exitCode: done });
    expect(app.snapshot()).toEqual(after);
    expect(await app.run('check')).toMatchObject({ exitCode: inSync });
  });

  test('--dry-run writes nothing and announces what the run writes, byte for byte', async () => {
    const app = new App(project);
    const before = app.snapshot();
    const dry = await app.run('--dry-run', '--json', ...flags);
    expect(dry.exitCode).toBe(0);
    expect(app.snapshot()).toEqual(before);
    const announced = (JSON.parse(dry.stdout) as { changes: { path: string; action: string; patch: string }[] })
      .changes;

    await app.run('--yes', ...flags);
    const after = app.snapshot();
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(announced.map(({ path }) => path).sort()).toEqual(changed.sort());
    for (const { path, patch } of announced) {
      const text = Buffer.from(before[path] ?? '', 'latin1').toString();
      expect(applyPatch(text, patch, { autoConvertLineEndings: false }), path).toBe(app.read(path));
    }
  });

  test('every option changed and changed back gives the bytes back', async () => {
    const app = new App(project);
    await app.run('--yes', ...flags);
    const before = app.snapshot();
    const changed = await app.run(
      '--yes',
      '--lock-after',
      '60000',
      '--unlock-path',
      'locked',
      '--guard-name',
      'gate',
      '--no-tests',
    );
    expect(changed).toMatchObject({ exitCode: done });
    expect(app.snapshot()).not.toEqual(before);
    await app.run('--yes', '--lock-after', '5000', '--unlock-path', 'unlock', '--guard-name', 'authGuard', '--tests');
    expect(app.snapshot()).toEqual(before);
  });
});

describe('what is written', () => {
  test('app files are only inserted into', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    expect(app.read('src/app/app.routes.ts')).toMatchInlineSnapshot(`
      "import { Routes } from '@angular/router';
      import { authGuard, resumeGuard } from './identity/auth.guard';

      export const routes: Routes = [
        { path: '', redirectTo: 'folder/inbox', pathMatch: 'full' },
        // { path: 'login', component: OldLogin },
        { path: 'folder/inbox', canActivate: [authGuard], loadComponent: () => import('./inbox').then((m) => m.Inbox) },
        { path: 'folder/:id', loadComponent: () => import('./folder').then((m) => m.Folder) },
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
        { path: '**', redirectTo: '' }, // last
      ];
      "
    `);
    expect(app.read('src/app/app.config.ts')).toMatchInlineSnapshot(`
      "import { ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
      import { provideRouter } from '@angular/router';
      import { provideIonicAngular } from '@ionic/angular';
      import { provideHttpClient, withInterceptors } from '@angular/common/http';

      import { routes } from './app.routes';
      import { authInterceptor } from './identity/auth.interceptor';

      export const appConfig: ApplicationConfig = {
        providers: [
          provideBrowserGlobalErrorListeners(),
          provideIonicAngular(), // Material on Android
          provideRouter(routes),
          provideHttpClient(withInterceptors([authInterceptor]))
        ]
      };
      "
    `);
    expect(app.read('ios/App/App/Info.plist')).toContain('<key>NSFaceIDUsageDescription</key>');
  });

  test('a route of an array that is spread from another file is guarded there, and given back', async () => {
    const app = new App('angular-21-plain');
    const route = app
      .read('src/app/app.routes.ts')
      .split('\n')
      .find((line) => line.includes(`path: 'folder/inbox', load`));
    app.write(
      'src/app/inbox.routes.ts',
      `import { Routes } from '@angular/router';\n\nexport const inbox: Routes = [\n${route}\n];\n`,
    );
    app.write(
      'src/app/app.routes.ts',
      `import { inbox } from './inbox.routes';\n${app.read('src/app/app.routes.ts').replace(`${route}\n`, '  ...inbox,\n')}`,
    );
    const before = app.snapshot();
    const first = await app.run('--yes');
    expect(first).toMatchObject({ exitCode: 0 });
    expect(app.read('src/app/inbox.routes.ts')).toContain(`import { authGuard } from './identity/auth.guard';`);
    expect(app.read('src/app/inbox.routes.ts')).toContain('canActivate: [authGuard]');
    expect(app.read('src/app/app.routes.ts')).not.toContain('authGuard');

    const after = app.snapshot();
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(after);
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    expect(await app.run('--yes', '--guarded-routes', '')).toMatchObject({ exitCode: 0 });
    expect(app.read('src/app/inbox.routes.ts')).toBe(
      Buffer.from(before['src/app/inbox.routes.ts'] ?? '', 'latin1').toString(),
    );
    await app.run('--yes', '--guarded-routes', 'folder/inbox');
    expect(app.snapshot()).toEqual(after);
    await app.run('remove', '--yes');
    expect(app.snapshot()).toEqual(before);
  });

  test('CRLF, a login page of its own and a Face ID text of its own are kept', async () => {
    const app = new App('angular-15-main');
    const { stderr } = await app.run('--yes');
    const main = app.read('src/main.ts');
    expect(main.replaceAll('\r\n', '')).not.toContain('\n');
    expect(app.read('ios/App/App/Info.plist')).toContain('<string>Unlock your notes</string>');
    expect(stderr).toContain('this.identity.login({');
    expect(Object.keys(app.snapshot()).filter((path) => path.includes('identity/login'))).toEqual([]);
  });

  test('an unconfirmed API origin gets no token', async () => {
    const app = new App('angular-15-main');
    const { stderr } = await app.run('--yes');
    expect(app.read('src/app/identity/addresses.ts').match(/apiOrigins: \[\],/g)).toHaveLength(2);
    expect(stderr).toContain('https://api.example.com (api)');
    expect(stderr).not.toContain('http://maps.example.com');
  });
});

describe('NgModule apps', () => {
  test('what is written into the modules', async () => {
    const app = new App('angular-16-module-http-client-module');
    await app.run('--yes');
    expect(app.read('src/app/app.module.ts')).toMatchInlineSnapshot(`
      "import { NgModule } from '@angular/core'
      import { BrowserModule } from '@angular/platform-browser'
      import { RouteReuseStrategy } from '@angular/router'
      import { IonicModule, IonicRouteStrategy } from '@ionic/angular'
      import { CoreModule } from '@core/core.module'
      import { httpInterceptorProviders } from '@core/interceptors'
      import { HTTP_INTERCEPTORS } from '@angular/common/http'
      import { AppComponent } from './app.component'
      import { AppRoutingModule } from './app-routing.module'
      import { AuthInterceptor } from './identity/auth.interceptor'

      const COMMON = [BrowserModule, IonicModule.forRoot({ mode: 'md' })]

      @NgModule({
          declarations: [AppComponent],
          imports: [...COMMON, CoreModule.forRoot(), AppRoutingModule],
          providers: [
              { provide: RouteReuseStrategy, useClass: IonicRouteStrategy },
              httpInterceptorProviders, // outside-in
              { provide: HTTP_INTERCEPTORS, useClass: AuthInterceptor, multi: true }
          ],
          bootstrap: [AppComponent]
      })
      export default class AppModule {}
      "
    `);
    expect(app.read('src/app/routes.ts')).toContain(
      "loadChildren: () => import('./identity/login/login.module').then(m => m.LoginPageModule)",
    );
    expect(app.read('src/app/identity/auth.interceptor.ts')).toContain(
      'class AuthInterceptor implements HttpInterceptor',
    );
    expect(app.read('src/app/identity/auth.guard.ts')).toContain('authGuard: CanActivateFn');
  });

  test('a wiring that is gone is drift, until the next run', async () => {
    const app = new App('angular-14-module');
    await app.run('--yes');
    const path = 'src/app/app.module.ts';
    const ours = app.read(path);
    for (const gone of [/.*useClass: AuthInterceptor.*\r\n/, /, HttpClientModule(?=\])/]) {
      app.write(path, ours.replace(gone, ''));
      const ended = await app.run('check');
      expect(ended.exitCode).toBe(2);
      expect(ended.stdout).toContain(path);
    }
    app.write(path, ours.replace('export class', '// ours\r\nexport class'));
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
  });

  test('an update from Angular 14 keeps HttpClient, and the guard becomes a function', async () => {
    const app = new App('angular-14-module');
    await app.run('--yes');
    const module = app.read('src/app/app.module.ts');
    app.write('package.json', app.read('package.json').replace('~14.2.12', '^16.2.0'));
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(app.read('src/app/app.module.ts')).toBe(module);
    expect(app.read('src/app/app-routing.module.ts')).toContain('canActivate: [authGuard]');
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
  });

  test('the set-up that a user wrote himself is left alone', async () => {
    const app = new App('angular-16-module-http-client-module');
    const path = 'src/app/app.module.ts';
    const own = app
      .read(path)
      .replace('import { AppComponent }', () => {
        return `import { HTTP_INTERCEPTORS as TOKEN } from '@angular/common/http'
import { AuthInterceptor as Auth } from './identity/auth.interceptor'
import { AppComponent }`;
      })
      .replace('httpInterceptorProviders //', '...[{ multi: true, provide: TOKEN, useClass: Auth }] //');
    app.write(path, own);
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(app.read(path)).toBe(own);
  });

  test('Ionic’s standalone components in an NgModule app: standalone pages', async () => {
    const app = new App('angular-20-module');
    const path = 'src/app/app-module.ts';
    const module = app
      .read(path)
      .replace(
        "import { IonicModule } from '@ionic/angular/lazy'",
        "import { provideIonicAngular } from '@ionic/angular'",
      )
      .replace('    IonicModule.forRoot(),\n', '')
      .replace('Listeners()\n', 'Listeners(),\n    provideIonicAngular()\n');
    app.write(path, module);
    expect(await app.run('--yes')).toMatchObject({ exitCode: 6 });
    expect(app.read(path)).toContain("loadComponent: () => import('./identity/unlock/unlock.page')");
    expect(Object.keys(app.snapshot())).not.toContain('src/app/identity/unlock/unlock.module.ts');
  });
});

describe('Ionic before 7.5, which has no @ionic/angular/standalone', () => {
  const ionic = (range: string) => {
    const app = new App('angular-17-standalone-http-client-module');
    app.write('package.json', app.read('package.json').replace('^8.2.0', range));
    return app;
  };
  const unlock = 'src/app/identity/unlock/unlock.page.ts';

  test.each([
    { case: 'stated', range: '~7.4.0', files: {} },
    {
      case: 'locked',
      range: '^7.0.0',
      files: { 'package-lock.json': '{"packages":{"node_modules/@ionic/angular":{"version":"7.4.3"}}}' },
    },
    {
      case: 'installed',
      range: '^7.0.0',
      files: { 'node_modules/@ionic/angular/package.json': '{"version":"7.4.3"}' },
    },
  ])('$case: pages with modules, also where the version is not known later', async ({ range, files }) => {
    const app = ionic(range);
    for (const [path, text] of Object.entries(files)) app.write(path, text);
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(app.read(unlock)).toContain("from '@ionic/angular'");
    const ours = Object.entries(app.snapshot()).filter(([path]) => path.startsWith('src/app/identity/'));
    for (const [path, text] of ours) expect(text, path).not.toContain('@ionic/angular/standalone');
    for (const path of Object.keys(files)) rmSync(join(app.root, path));
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
  });

  test('possible by its range only: taken for a newer one, and said', async () => {
    const app = ionic('^7.0.0');
    const { stderr, exitCode } = await app.run('--yes');
    expect(exitCode).toBe(0);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain('need Ionic 7.5 or newer');
  });
});

describe('names the app has already', () => {
  test('ours are called otherwise, and stay so', async () => {
    const app = new App('angular-21-plain');
    const config = 'src/app/app.config.ts';
    const routes = 'src/app/app.routes.ts';
    app.write(config, `import { authInterceptor } from './core';\n${app.read(config)}`);
    app.write(routes, `import { authGuard } from './core';\n${app.read(routes)}`);
    const { stderr, exitCode } = await app.run('--yes');
    expect(exitCode, stderr).toBe(0);
    expect(stderr).toContain('identityInterceptor');
    expect(app.read(config)).toContain('withInterceptors([identityInterceptor])');
    expect(app.read(routes)).toContain('canActivate: [identityGuard]');
    expect(app.read('src/app/identity/identity.guard.ts')).toContain('identityGuard');
    expect(app.read('src/app/identity/identity.interceptor.ts')).toContain('identityInterceptor');
    const after = app.snapshot();
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(after);
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
  });
});

describe('a guard that is called otherwise', () => {
  test('is in a file of its name, which the app imports, and the old file is gone', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    const before = app.snapshot();
    expect(await app.run('--yes', '--guard-name', 'requireLogin')).toMatchObject({ exitCode: 0 });
    const guards = Object.keys(app.snapshot()).filter((path) => /identity\/[\w-]+\.guard(\.spec)?\.ts$/.test(path));
    expect(guards.sort()).toEqual(['spec.ts', 'ts'].map((ending) => `src/app/identity/require-login.guard.${ending}`));
    expect(app.read('src/app/app.routes.ts')).toContain(
      `import { requireLogin, resumeGuard } from './identity/require-login.guard';`,
    );
    expect(app.read('src/app/app.routes.ts')).not.toContain('auth.guard');
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    await app.run('--yes', '--guard-name', 'authGuard');
    expect(app.snapshot()).toEqual(before);
  });
});

describe('files the user changed', () => {
  test('an edit is kept and merged when an option changes', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    const path = 'src/app/identity/identity.service.ts';
    const edited = app.read(path).replace('@Injectable', '// ours\n@Injectable');
    writeFileSync(join(app.root, path), edited);
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    expect(await app.run('--yes', '--lock-after', '60000')).toMatchObject({ exitCode: 0 });
    expect(app.read(path)).toBe(edited.replace('lockAfter: 5000', 'lockAfter: 60000'));
  });

  test('an edit of the same line is a conflict, and nothing is written', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    const path = 'src/app/identity/identity.service.ts';
    writeFileSync(join(app.root, path), app.read(path).replace('lockAfter: 5000', 'lockAfter: 1234'));
    const before = app.snapshot();
    const ended = await app.run('--yes', '--lock-after', '60000');
    expect(ended).toMatchObject({ exitCode: 3 });
    expect(ended.stderr).toContain(path);
    expect(app.snapshot()).toEqual(before);
  });

  test('a deleted file stays deleted', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    const path = 'src/app/identity/auth.guard.spec.ts';
    rmSync(join(app.root, path));
    expect(await app.run('check')).toMatchObject({ exitCode: 2 });
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(Object.keys(app.snapshot())).not.toContain(path);
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
  });

  test('a file that is not ours is never overwritten: another folder is taken', async () => {
    const app = new App('angular-21-plain');
    app.write('src/app/identity/session.ts', 'export const mine = 1;\n');
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(app.read('src/app/identity/session.ts')).toBe('export const mine = 1;\n');
    expect(app.read('src/app/app.routes.ts')).toContain("import('./identity-vault/login/login.page')");
  });

  test('a file that is not ours is a reason to stop where the folder was asked for', async () => {
    const app = new App('angular-21-plain');
    app.write('src/app/identity/session.ts', 'export const mine = 1;\n');
    const before = app.snapshot();
    const ended = await app.run('--yes', '--code-dir', 'src/app/identity');
    expect(ended.exitCode).toBe(4);
    expect(ended.stderr).toContain('--code-dir');
    expect(app.snapshot()).toEqual(before);
  });

  test('an unlock route of the app is kept, and ours has another path', async () => {
    const app = new App('angular-21-plain');
    app.write('src/app/app.routes.ts', app.read('src/app/app.routes.ts').replace("'folder/:id'", "'unlock'"));
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(app.read('src/app/app.routes.ts')).toContain("path: 'vault-unlock'");
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
  });
});

describe('check', () => {
  const path = 'src/app/app.routes.ts';
  test('a set-up that was never made is not in sync', async () => {
    expect(await new App('angular-21-plain').run('check')).toMatchObject({ exitCode: 2 });
  });

  test('wiring that is gone is drift; code around it is not', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    const ours = app.read(path);
    writeFileSync(join(app.root, path), `${ours}\nexport const more = 1;\n`);
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    writeFileSync(
      join(app.root, path),
      ours.replace(/^import .*authGuard.*$/m, '').replace(' canActivate: [authGuard],', ''),
    );
    const ended = await app.run('check');
    expect(ended.exitCode).toBe(2);
    expect(ended.stdout).toContain(path);
  });

  test('a configuration edited by hand is drift until it is applied', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    const config = join(app.root, 'identity-vault.config.json');
    writeFileSync(config, readFileSync(config, 'utf8').replace('"lockAfter": 5000', '"lockAfter": 9000'));
    expect(await app.run('check')).toMatchObject({ exitCode: 2 });
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(app.read('src/app/identity/identity.service.ts')).toContain('lockAfter: 9000');
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
  });

  test('flags and environment do not decide', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    const ended = await app.runWith({ argv: ['check'], env: { IDENTITY_VAULT_LOCK_AFTER: '1' } });
    expect(ended).toMatchObject({ exitCode: 0 });
  });
});

describe('a state that was reformatted', () => {
  test('still says the same, and is left as it is', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    const path = '.identity-vault/state.json';
    app.write(path, JSON.stringify(JSON.parse(app.read(path)), null, '\t').replaceAll('\n', '\r\n'));
    const before = app.snapshot();
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(before);
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
  });
});

describe('what is said', () => {
  const service = 'src/app/identity/identity.service.ts';

  test('only the commands that are needed, and were not run', async () => {
    const app = new App('angular-21-plain');
    const first = await app.run('--yes');
    expect(first.stderr).toMatch(/First\n {2}- npm install\n {2}- npx cap/);
    app.write('node_modules/capacitor-identity-vault/package.json', '{ "version": "0.1.0" }');
    const { stderr } = await app.run('--yes', '--lock-after', '9000');
    expect(stderr).toMatch(/Next\n {2}- Look through/);
  });

  test('how a check that fails is mended', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    app.write(service, app.read(service).replace('lockAfter: 5000', 'lockAfter: 15_000'));
    expect((await app.run('check', '--strict')).stdout).toContain('With --strict, notes fail the check');
    const merged = await app.run('--yes', '--lock-after', '9000', '--on-conflict', 'markers');
    expect(merged.stderr).toContain('Done, but for what is left for you');
    const { stdout, exitCode } = await app.run('check');
    expect(exitCode).toBe(2);
    expect(stdout).toContain('Choose between your lines and the new ones');
    expect(stdout).not.toContain('Run create-identity-vault');
  });

  test('remove keeps nothing for a next run, and says what it leaves', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    app.write(service, `${app.read(service)}// ours\n`);
    const { stderr } = await app.run('remove', '--yes');
    expect(stderr).toMatch(/- delete {2}\.identity-vault\/ \(\d+ files\)/);
    expect(stderr).not.toMatch(/for the next run/i);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(`${service}. The vault that they import is removed`);
  });
});
