import { describe, expect, test } from 'vitest';
import { readEnvironments } from '../../../../src/frameworks/angular/read/environments.ts';
import { readsSettings } from '../../../../src/frameworks/angular/read/reads-settings.ts';
import { readProjects } from '../../../../src/frameworks/angular/read/workspace.ts';
import type { AppProject } from '../../../../src/model/app-project.ts';
import { fakeTree, type FakeFiles } from '../../../support/fake-tree.ts';

const folder = 'src/environments';
const text = (production: boolean, url = '') =>
  `export const environment = { production: ${String(production)}, url: '${url}' };\n`;
const takes = (name: string) => ({
  fileReplacements: [{ replace: `${folder}/environment.ts`, with: `${folder}/environment.${name}.ts` }],
});

interface Workspace {
  readonly configurations?: Readonly<Record<string, object>>;
  readonly usual?: string;
  readonly serve?: object;
}

function appWith(
  { configurations, usual, serve }: Workspace,
  files: FakeFiles,
): { tree: ReturnType<typeof fakeTree>; app: AppProject } {
  const build = { options: {}, configurations, defaultConfiguration: usual };
  const architect = { build, serve };
  const workspace = { projects: { notes: { projectType: 'application', root: '', architect } } };
  const tree = fakeTree({ 'angular.json': JSON.stringify(workspace), ...files });
  const [app] = readProjects(tree, { folders: [], prefix: '' });
  if (app === undefined) throw new Error('There is no project.');
  return { tree, app };
}

/** `environment.prod.ts production production`: the file, its use, and the configurations that take it. */
function found(workspace: Workspace, files: FakeFiles): string[] {
  const { tree, app } = appWith(workspace, files);
  return readEnvironments(tree, app).map(({ path, use, configurations }) =>
    [path.replace(`${folder}/`, ''), use, ...configurations].join(' '),
  );
}

const both = { [`${folder}/environment.ts`]: text(true), [`${folder}/environment.development.ts`]: text(false) };
const old = { [`${folder}/environment.ts`]: text(false), [`${folder}/environment.prod.ts`]: text(true) };

describe('the environments of an app', () => {
  test.each<{ case: string; workspace: Workspace; files: FakeFiles; are: string[] }>([
    {
      case: 'as Angular makes them today: the imported file is that of production',
      workspace: { configurations: { production: {}, development: takes('development') }, usual: 'production' },
      files: both,
      are: ['environment.ts production production', 'environment.development.ts development development'],
    },
    {
      case: 'as Angular made them before 15: the imported file is that of development',
      workspace: { configurations: { production: takes('prod'), ci: {} } },
      files: old,
      are: ['environment.ts development ci', 'environment.prod.ts production production'],
    },
    {
      case: 'with one for staging',
      workspace: {
        configurations: { production: {}, staging: takes('staging'), development: takes('development') },
        usual: 'production',
      },
      files: { ...both, [`${folder}/environment.staging.ts`]: text(true) },
      are: [
        'environment.ts production production',
        'environment.staging.ts other staging',
        'environment.development.ts development development',
      ],
    },
    {
      case: 'what the development server builds is for development, whatever its name',
      workspace: {
        configurations: { production: {}, desk: takes('desk') },
        usual: 'production',
        serve: { defaultConfiguration: 'here', configurations: { here: { buildTarget: 'notes:build:desk' } } },
      },
      files: { [`${folder}/environment.ts`]: text(true), [`${folder}/environment.desk.ts`]: text(false) },
      are: ['environment.ts production production', 'environment.desk.ts development desk'],
    },
    {
      case: 'no configuration is called so: what is built by default is for production',
      workspace: { configurations: { live: takes('live') }, usual: 'live' },
      files: { [`${folder}/environment.ts`]: text(false), [`${folder}/environment.live.ts`]: text(true) },
      are: ['environment.ts other', 'environment.live.ts production live'],
    },
    {
      case: 'none, where nothing is replaced',
      workspace: { configurations: { production: {} } },
      files: { [`${folder}/environment.ts`]: text(true) },
      are: [],
    },
    {
      case: 'none, where a file is not there or has no environment',
      workspace: { configurations: { production: {}, development: takes('development') } },
      files: { ...both, [`${folder}/environment.development.ts`]: 'export const settings = {};\n' },
      are: [],
    },
    {
      case: 'also frozen, and with a type in front',
      workspace: { configurations: { development: takes('development') }, usual: 'production' },
      files: {
        [`${folder}/environment.ts`]: 'export const environment = Object.freeze({ production: true });\n',
        [`${folder}/environment.development.ts`]: 'export const environment = <Environment>{ production: false };\n',
      },
      are: ['environment.ts production', 'environment.development.ts development development'],
    },
    {
      case: 'none, where the environment is computed',
      workspace: { configurations: { production: {}, development: takes('development') } },
      files: { ...both, [`${folder}/environment.ts`]: 'export const environment = make();\n' },
      are: [],
    },
  ])('$case', ({ workspace, files, are }) => {
    expect(found(workspace, files)).toEqual(are);
  });

  test('each with the origins it names, without those that were written there for the vault', () => {
    const ours = "identityVault: { loginUrl: 'https://other.example/login', apiOrigins: ['https://other.example'] }";
    const files = {
      ...both,
      [`${folder}/environment.ts`]: `export const environment = { url: 'https://a.example/v1', ${ours} };\n`,
    };
    const { tree, app } = appWith({ configurations: { production: {}, development: takes('development') } }, files);
    expect(readEnvironments(tree, app).map(({ origins }) => origins)).toEqual([['https://a.example'], []]);
  });
});

describe('an app that reads settings when it starts', () => {
  const read = (files: FakeFiles): boolean => {
    const { tree, app } = appWith({}, files);
    return readsSettings(tree, app, 'src/app/app.config.ts');
  };
  const initializer = { 'src/app/app.config.ts': 'provideAppInitializer(load)' };

  test.each([
    { case: 'a file, and what is done first', files: { 'src/assets/config.json': '{}', ...initializer }, is: true },
    { case: 'one in public/', files: { 'public/app-settings.json': '{}', ...initializer }, is: true },
    {
      case: 'fetched before the app starts',
      files: { 'src/assets/env.json': '{}', 'src/main.ts': 'fetch(url)' },
      is: true,
    },
    { case: 'a file that nothing waits for', files: { 'src/assets/config.json': '{}' }, is: false },
    { case: 'translations', files: { 'src/assets/en.json': '{}', ...initializer }, is: false },
  ])('$case: $is', ({ files, is }) => {
    expect(read(files)).toBe(is);
  });
});
