import { execa } from 'execa';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Verification } from '../../src/model/verification.ts';
import { component } from './projects.ts';

const repository = join(import.meta.dirname, '../..');
const root = realpathSync(mkdtempSync(join(tmpdir(), 'identity-vault-verify-')));
const quiet = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];

const compilerOptions = {
  ...{ strict: true, skipLibCheck: true, esModuleInterop: true, experimentalDecorators: true },
  ...{ target: 'ES2022', module: 'ES2022', moduleResolution: 'bundler', lib: ['ES2022', 'dom'], types: [] },
  // A build that is quick the second time: --verify must leave no trace of it.
  ...{ incremental: true, composite: true, tsBuildInfoFile: './out/app.tsbuildinfo', outDir: './out' },
};

const project = {
  ...{ projectType: 'application', root: '', sourceRoot: 'src' },
  architect: { build: { options: { browser: 'src/main.ts', tsConfig: 'tsconfig.build.json' } } },
};

const app: Readonly<Record<string, string>> = {
  'angular.json': JSON.stringify({ version: 1, projects: { app: project } }),
  'capacitor.config.json': '{ "appId": "com.example.app", "webDir": "www" }',
  'tsconfig.build.json': JSON.stringify({
    compilerOptions,
    angularCompilerOptions: { strictTemplates: true },
    files: ['src/main.ts'],
    include: ['src/**/*.ts'],
    exclude: ['src/**/*.spec.ts', 'src/app/identity/testing.ts'],
  }),
  'src/main.ts': `import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { AppComponent } from './app/app.component';
import { routes } from './app/app.routes';

void bootstrapApplication(AppComponent, { providers: [provideRouter(routes)] });
`,
  'src/app/app.component.ts': component('AppComponent', true),
  'src/app/home.page.ts': component('HomePage', true),
  'src/app/app.routes.ts': `import { Routes } from '@angular/router';
import { HomePage } from './home.page';

export const routes: Routes = [
  { path: '', redirectTo: 'home', pathMatch: 'full' },
  { path: 'home', component: HomePage },
];
`,
};

beforeAll(async () => {
  for (const name of ['package.json', 'package-lock.json'])
    cpSync(join(import.meta.dirname, 'angular-18', name), join(root, name));
  cpSync(join(repository, '.npmrc'), join(root, '.npmrc'));
  await execa('npm', ['ci', ...quiet], { cwd: root });
});

beforeEach(() => {
  for (const [path, text] of Object.entries(app)) write(path, text);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Every file but the packages. */
function files(): Record<string, string> {
  const top = readdirSync(root).filter((name) => name !== 'node_modules');
  const paths = top.flatMap((name) =>
    statSync(join(root, name)).isFile()
      ? [name]
      : readdirSync(join(root, name), { recursive: true, encoding: 'utf8' }).map((path) => join(name, path)),
  );
  const all = paths.filter((path) => statSync(join(root, path)).isFile()).sort();
  return Object.fromEntries(all.map((path) => [path, readFileSync(join(root, path), 'latin1')]));
}

async function run(...argv: string[]): Promise<{ readonly exitCode: number; readonly verification?: Verification }> {
  const tool = join(repository, 'dist/create-identity-vault.js');
  const env = { npm_config_prefer_offline: 'true', npm_config_audit: 'false' };
  const { stdout } = await execa(process.execPath, [tool, ...argv, '--json'], { cwd: root, reject: false, env });
  return JSON.parse(stdout) as { exitCode: number; verification?: Verification };
}

describe('--verify with a real compiler', () => {
  test('counts what is wrong in a template, and changes no file', async () => {
    write(
      'src/app/home.page.ts',
      app['src/app/home.page.ts']!.replace("template: ''", "template: '<app-nothing></app-nothing>'"),
    );
    const before = files();
    expect(await run('--dry-run', '--verify')).toMatchObject({
      exitCode: 0,
      verification: { compiler: 'ngc 18.2.13', tsConfig: 'tsconfig.build.json', errorsBefore: 1 },
    });
    expect(files()).toEqual(before);
  });

  test('knows an old error whose line moved, and leaves nothing behind', async () => {
    write('src/app/app.routes.ts', `${app['src/app/app.routes.ts']!}\nexport const entries: number = 'two';\n`);
    const ended = await run('--yes', '--verify');
    expect(ended, JSON.stringify(ended.verification)).toMatchObject({
      exitCode: 0,
      verification: { errorsBefore: 1, errorsAfter: 1, newErrors: [] },
    });
    expect(Object.keys(files()).filter((path) => /tsbuildinfo|^out\//.test(path))).toEqual([]);
    expect(await run('undo', '--yes', '--no-install')).toMatchObject({ exitCode: 0 });
  });

  test('names what is new', async () => {
    // The app declares the plugin itself, and leaves its names out.
    write(
      'src/capacitor-identity-vault.d.ts',
      "declare module 'capacitor-identity-vault' {\n  export const nothing: 1;\n}\n",
    );
    const { exitCode, verification } = await run('--yes', '--verify');
    expect(exitCode).toBe(7);
    expect(verification).toMatchObject({ errorsBefore: 0 });
    expect(verification?.newErrors).toContainEqual(
      expect.objectContaining({ path: 'src/app/identity/identity.service.ts', code: 'TS2305' }),
    );
    for (const { path = '' } of verification?.newErrors ?? []) expect(path).toMatch(/^src\/app\/identity\//);
  });
});
