import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { copyApp } from '../../scripts/lib/sample-app.mjs';
import { borrowPackages, preparedApp, type App } from './app.ts';
import { notes } from './app-source.ts';
import { runScript, runTool } from './run-in-app.ts';

const production = 'https://api.example.com';
const staging = 'https://staging.example.com';
const development = 'http://localhost:4300';
const confirmed = (...origins: string[]) => ['--yes', '--no-install', '--api-origins', origins.join()];

/** Which of these addresses stand in the scripts of a build, and to which of them the login page posts. */
interface Bundled {
  readonly origins: readonly string[];
  readonly login: readonly string[];
}

let lender: App;
beforeAll(async () => {
  lender = await preparedApp(notes);
});

/** The sample app in another form, without packages of its own. */
function appIn(form: string, change: (app: App) => void): App {
  const root = join(inject('e2eFolder'), `addresses-${form}-${process.pid}`);
  copyApp(notes.files, root);
  const app = { ...lender, root, folder: root };
  borrowPackages(lender, app);
  change(app);
  return app;
}

async function build(app: App, configuration: string): Promise<Bundled> {
  const site = `dist/${configuration}`;
  await runScript(app, 'build', ['--configuration', configuration, '--output-path', site]);
  const folder = join(app.root, site, 'browser');
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'));
  const code = scripts.map((path) => readFileSync(join(folder, path), 'utf8')).join('\n');
  const quoted = (path: string) => (origin: string) => new RegExp(`["'\`]${origin}${path}["'\`]`).test(code);
  expect(code).toContain('IDENTITY_ADDRESSES');
  return {
    origins: [production, staging, development].filter(quoted('')),
    login: [production, staging, development].filter(quoted('/login')),
  };
}

/** Also the names of this machine that stand in no address: what is in a library is none of the app's. */
function localNames(app: App, configuration: string): string[] {
  const folder = join(app.root, 'dist', configuration, 'browser');
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'));
  return scripts.flatMap((path) => {
    const text = readFileSync(join(folder, path), 'utf8');
    return [...text.matchAll(/https?:\/\/(?:localhost|127\.0\.0\.1)[^"'`\s]*/g)].map(([address]) => address);
  });
}

const only = (origin: string): Bundled => ({ origins: [origin], login: [origin] });

function edit(app: App, path: string, ...pairs: readonly (readonly [from: string, to: string])[]): void {
  const file = join(app.root, path);
  const text = pairs.reduce(
    (before, [from, to]) => {
      if (!before.includes(from)) throw new Error(`${path} no longer has ${from}`);
      return before.replace(from, to);
    },
    readFileSync(file, 'utf8'),
  );
  writeFileSync(file, text);
}

/** An app whose code knows no address: it asks the server it comes from. */
function withoutEnvironments(app: App): void {
  rmSync(join(app.root, 'src/environments'), { recursive: true });
  edit(app, 'src/app/home/home.page.ts', [
    "import { environment } from '../../environments/environment';\n",
    "const environment = { apiUrl: '' };\n",
  ]);
  const workspace = JSON.parse(readFileSync(join(app.root, 'angular.json'), 'utf8')) as Workspace;
  delete workspace.projects.notes.architect.build.configurations['development']?.fileReplacements;
  writeFileSync(join(app.root, 'angular.json'), JSON.stringify(workspace, undefined, 2));
}

interface Workspace {
  readonly projects: {
    readonly notes: {
      readonly architect: {
        readonly build: { readonly configurations: Record<string, { fileReplacements?: unknown[] }> };
      };
    };
  };
}

async function setUp(app: App, args: readonly string[], exitCode = 0): Promise<string> {
  const ran = await runTool(app, args);
  expect(ran.exitCode, ran.all).toBe(exitCode);
  return ran.all;
}

describe('an app without environments', () => {
  let app: App;
  beforeAll(async () => {
    app = appIn('none', withoutEnvironments);
    await setUp(app, confirmed(production, development));
  });

  it('talks to production in a production build, and names nothing of this machine', async () => {
    expect(await build(app, 'production')).toEqual(only(production));
    expect(localNames(app, 'production')).toEqual([]);
  });

  it('talks to this machine with ng serve', async () => {
    const { origins } = await build(app, 'development');
    // Not optimised: what is for production is in it, and not used.
    expect(origins).toContain(development);
    const file = readFileSync(join(app.root, 'src/app/identity/addresses.ts'), 'utf8');
    expect(file).toMatch(/ngDevMode\) \{[^}]*return \{[^}]*localhost:4300/);
  });
});

describe('an app with two environments', () => {
  let app: App;
  beforeAll(async () => {
    app = appIn('two', () => undefined);
    await setUp(app, confirmed(production, development));
  });

  it.each([
    ['production', production],
    ['development', development],
  ])('talks in a build for %s to %s alone', async (configuration, origin) => {
    expect(await build(app, configuration)).toEqual(only(origin));
  });

  it('names nothing of this machine in production', () => {
    expect(localNames(app, 'production')).toEqual([]);
    expect(localNames(app, 'development')).not.toEqual([]);
  });
});

describe('an app with three environments', () => {
  let app: App;
  beforeAll(async () => {
    app = appIn('three', (copy) => {
      const folder = join(copy.root, 'src/environments');
      cpSync(join(folder, 'environment.ts'), join(folder, 'environment.staging.ts'));
      edit(copy, 'src/environments/environment.staging.ts', [production, staging]);
      edit(copy, 'angular.json', [
        '"development": {',
        '"staging": { "fileReplacements": [{ "replace": "src/environments/environment.ts", "with": "src/environments/environment.staging.ts" }] },\n"development": {',
      ]);
    });
    await setUp(app, confirmed(production, staging, development));
  });

  it.each([
    ['production', production],
    ['staging', staging],
    ['development', development],
  ])('talks in a build for %s to %s alone', async (configuration, origin) => {
    expect(await build(app, configuration)).toEqual(only(origin));
  });

  it('names nothing of this machine in production and staging', () => {
    expect(localNames(app, 'production')).toEqual([]);
    expect(localNames(app, 'staging')).toEqual([]);
  });
});

describe('an app that reads its addresses when it starts', () => {
  let app: App;
  beforeAll(() => {
    app = appIn('runtime', (copy) => {
      withoutEnvironments(copy);
      const config = { loginUrl: `${production}/login`, apiOrigins: [production] };
      writeFileSync(join(copy.root, 'public/config.json'), JSON.stringify(config));
      writeFileSync(join(copy.root, 'src/app/settings.ts'), settings);
      edit(
        copy,
        'src/app/app.config.ts',
        ['providers: [', 'providers: [\n    provideAppInitializer(readSettings),'],
        [
          "provideBrowserGlobalErrorListeners } from '@angular/core';",
          "provideAppInitializer, provideBrowserGlobalErrorListeners } from '@angular/core';\nimport { readSettings } from './settings';",
        ],
      );
    });
  });

  it('is told where to provide them, until it does', async () => {
    const said = await setUp(app, ['--yes', '--no-install'], 6);
    expect(said).toContain("import { IDENTITY_ADDRESSES } from './identity/addresses';");
    await setUp(app, ['check'], 2);

    edit(
      app,
      'src/app/app.config.ts',
      ['providers: [', 'providers: [\n    { provide: IDENTITY_ADDRESSES, useFactory: addresses },'],
      [
        'import { readSettings }',
        "import { IDENTITY_ADDRESSES } from './identity/addresses';\nimport { addresses, readSettings }",
      ],
    );
    await setUp(app, ['--yes', '--no-install']);
    await setUp(app, ['check']);
  });

  it('has no address in its build: they are in its settings', async () => {
    expect(await build(app, 'production')).toEqual({ origins: [], login: [] });
    expect(localNames(app, 'production')).toEqual([]);
    expect(readFileSync(join(app.root, 'dist/production/browser/config.json'), 'utf8')).toContain(production);
  });
});

const settings = `import type { IdentityAddresses } from './identity/addresses';

let config: Partial<IdentityAddresses> = {};

export async function readSettings(): Promise<void> {
  const answer = await fetch('config.json');
  config = (await answer.json()) as Partial<IdentityAddresses>;
}

export function addresses(): IdentityAddresses {
  return {
    get loginUrl() {
      return config.loginUrl ?? '';
    },
    get apiOrigins() {
      return config.apiOrigins ?? [];
    },
  };
}
`;
