import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { App } from './app.ts';

const folder = 'src/environments';
const production = `${folder}/environment.ts`;
const development = `${folder}/environment.development.ts`;
const origins = ['--api-origins', 'https://api.example.com,http://localhost:3000'];

interface Shape {
  readonly shape: string;
  /** An environment file: `{…}` stands for what is in it. */
  readonly environment: string;
  /** Other files of the app. */
  readonly files?: Readonly<Record<string, string>>;
  /** What the type is after the run, in the file where it is written. */
  readonly typed: { readonly path: string; readonly as: string };
}

const model = `${folder}/environment.model.ts`;
const declared = 'export interface Environment {\n  production: boolean;\n  apiUrl: string;\n}\n';
const imported = "import { Environment } from './environment.model';\n\n";
const member = 'identityVault: { loginUrl: string; apiOrigins: readonly string[] };';
const beside = `Environment & {\n  ${member}\n}`;
const inModel = { path: model, as: `  apiUrl: string;\n  ${member}\n}` };
const inPlace = { path: production, as: beside };

const shapes: readonly Shape[] = [
  {
    shape: 'an interface in a file that both import',
    environment: `${imported}export const environment: Environment = {…};\n`,
    files: { [model]: declared },
    typed: inModel,
  },
  {
    shape: 'an interface that both satisfy',
    environment: `${imported}export const environment = {…} satisfies Environment;\n`,
    files: { [model]: declared },
    typed: inModel,
  },
  {
    shape: 'an interface that is asserted, and read elsewhere',
    environment: `${imported}export const environment = {…} as Environment;\n`,
    files: {
      [model]: declared,
      'src/app/urls.ts': `import { Environment } from '../environments/environment.model';\nexport type Url = Environment['apiUrl'];\n`,
    },
    typed: inModel,
  },
  {
    shape: 'an alias behind a barrel, with another name here',
    environment: `import type { Settings as Environment } from '../app/settings';\n\nexport const environment = {…} as const satisfies Environment;\n`,
    files: {
      'src/app/settings/index.ts': "export * from './settings';\n",
      'src/app/settings/settings.ts': 'export type Settings = Readonly<{ production: boolean; apiUrl: string }>;\n',
    },
    typed: { path: 'src/app/settings/settings.ts', as: `  apiUrl: string;\n  ${member}\n}>` },
  },
  {
    shape: 'an interface that each file has for itself',
    environment:
      'interface Environment {\n  production: boolean;\n  apiUrl: string;\n}\n\nexport const environment: Environment = {…};\n',
    typed: { path: production, as: `  apiUrl: string;\n  ${member}\n}` },
  },
  {
    shape: 'an interface that a mock of the app has, too',
    environment: `${imported}export const environment: Environment = {…};\n`,
    files: {
      [model]: declared,
      'src/app/mock.ts': `import { Environment } from '../environments/environment.model';\nexport const mock: Environment = { production: false, apiUrl: '' };\n`,
    },
    typed: inPlace,
  },
  {
    shape: 'an interface that a class implements',
    environment: `${imported}export const environment: Environment = {…};\n`,
    files: {
      [model]: declared,
      'src/app/mock.ts': `import { Environment as E } from '../environments/environment.model';\nexport class Mock implements E { production = false; apiUrl = ''; }\n`,
    },
    typed: inPlace,
  },
  {
    shape: 'a class',
    environment: `${imported}export const environment: Environment = {…};\n`,
    files: { [model]: "export class Environment {\n  production = false;\n  apiUrl = '';\n}\n" },
    typed: inPlace,
  },
  {
    shape: 'a type of a library',
    environment:
      "import type { Environment } from '@example/environment';\n\nexport const environment: Environment = {…};\n",
    files: { 'node_modules/@example/environment/index.d.ts': declared },
    typed: inPlace,
  },
  {
    shape: 'a type of no member but an index signature',
    environment: `${imported}export const environment: Environment = {…};\n`,
    files: { [model]: 'export type Environment = Record<string, unknown>;\n' },
    typed: inPlace,
  },
];

function appOf({ environment, files = {} }: Shape): App {
  const app = new App('angular-21-plain');
  const workspace = JSON.parse(app.read('angular.json')) as {
    projects: { plain: { architect: { build: Record<string, unknown> } } };
  };
  workspace.projects.plain.architect.build['configurations'] = {
    production: {},
    development: { fileReplacements: [{ replace: production, with: development }] },
  };
  app.write('angular.json', `${JSON.stringify(workspace, null, 2)}\n`);
  const filled = (text: string) => environment.replace('…', () => `\n  ${text},\n`);
  app.write(production, filled("production: true,\n  apiUrl: 'https://api.example.com'"));
  app.write(development, filled("production: false,\n  apiUrl: 'http://localhost:3000'"));
  for (const [path, text] of Object.entries(files)) app.write(path, text);
  return app;
}

/** What the compiler says of a build: one file of addresses takes the place of the other, as in Angular's builder. */
function mistakesOf(app: App, replacement: string): string[] {
  const angular = 'src/angular-core.d.ts';
  app.write(
    angular,
    `declare module '@angular/core' { export class InjectionToken<T> { constructor(name: string, options: { providedIn: 'root'; factory: () => T }); } }\n`,
  );
  const original = app.read(production);
  app.write(production, app.read(replacement));
  const own = readdirSync(join(app.root, 'src/app'), { encoding: 'utf8' }).filter((name) => /^(mock|urls)/.test(name));
  const roots = ['src/app/identity/addresses.ts', angular, ...own.map((name) => `src/app/${name}`)];
  const program = ts.createProgram(
    roots.map((path) => join(app.root, path)),
    {
      ...{ strict: true, noEmit: true, skipLibCheck: true, exactOptionalPropertyTypes: true, types: [] },
      ...{ noPropertyAccessFromIndexSignature: true, noUnusedLocals: true, isolatedModules: true },
      ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 },
      moduleResolution: ts.ModuleResolutionKind.Bundler,
    },
  );
  const found = ts.getPreEmitDiagnostics(program).map(({ messageText, file }) => {
    return `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
  app.write(production, original);
  return found;
}

describe.each(shapes)('an environment of $shape', (shape) => {
  test('compiles with its addresses, a second run changes nothing, and remove gives every byte back', async () => {
    const app = appOf(shape);
    const before = app.snapshot();

    const ended = await app.run('--yes', ...origins);
    expect(ended, ended.stderr).toMatchObject({ exitCode: 0 });
    expect(app.read(shape.typed.path)).toContain(shape.typed.as);
    const after = app.snapshot();
    expect(await app.run('--yes', ...origins)).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(after);
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });

    expect(await app.run('remove', '--yes')).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(before);

    await app.run('--yes', ...origins, '--refresh-url', '/refresh', '--expiry-field', 'expires_in');
    expect(app.read(shape.typed.path)).toContain('refreshUrl: string;');
    expect(mistakesOf(app, production)).toEqual([]);
    expect(mistakesOf(app, development)).toEqual([]);
  });
});

test('an environment that gets no member does not compile: nothing is sent by a build that was forgotten', async () => {
  const [shape] = shapes;
  if (shape === undefined) throw new Error('There is no shape.');
  const app = appOf(shape);
  await app.run('--yes', ...origins);
  app.write(development, app.read(development).replace(/ {2}identityVault: \{[^}]*\},\n/, ''));

  expect(mistakesOf(app, production)).toEqual([]);
  expect(mistakesOf(app, development).join('\n')).toContain("Property 'identityVault' is missing");
});

test('an index signature that admits no object is a step, done when the member is there', async () => {
  const app = appOf({
    shape: 'closed',
    environment: 'export const environment: Record<string, string | boolean> = {…};\n',
    typed: inPlace,
  });
  const before = app.snapshot();
  const ended = await app.run('--yes', ...origins);
  expect(ended).toMatchObject({ exitCode: 6 });
  expect(`${ended.stdout}${ended.stderr}`.replaceAll(/\s+/g, ' ')).toContain(
    'whose index signature admits no identityVault',
  );
  expect(app.snapshot()).toEqual(before);

  for (const path of [production, development]) {
    const addresses = "identityVault: { loginUrl: '', apiOrigins: [] },";
    app.write(
      path,
      app.read(path).replace('Record<string, string | boolean>', 'any').replace('{\n', `{\n  ${addresses}\n`),
    );
  }
  expect(await app.run('--yes', ...origins)).toMatchObject({ exitCode: 0 });
});
