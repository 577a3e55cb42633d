import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appsBelow } from '../../../src/inspect/app/apps-below.ts';
import { findApp } from '../../../src/inspect/app/find-app.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

type Files = Readonly<Record<string, string>>;

const ionic = '{ "name": "app", "dependencies": { "@ionic/angular": "^8.0.0", "@capacitor/core": "^8.0.0" } }';
const named = (name: string) => ionic.replace('"app"', `"${name}"`);
const project = (root: string) => ({
  projectType: 'application',
  root,
  sourceRoot: `${root === '' ? '' : `${root}/`}src`,
  architect: {
    build: {
      builder: '@angular/build:application',
      options: { browser: `${root === '' ? '' : `${root}/`}src/main.ts` },
    },
  },
});
const angular = (...roots: string[]) =>
  JSON.stringify({
    version: 1,
    projects: Object.fromEntries(
      roots.map((root) => [root === '' ? 'app' : (root.split('/').at(-1) ?? ''), project(root)]),
    ),
  });
const importsIonic = `import { IonApp } from '@ionic/angular/standalone';\n`;
const oneApp: Files = { 'package.json': ionic, 'angular.json': angular(''), 'src/main.ts': importsIonic };
const twoApps: Files = {
  'package.json': ionic,
  'angular.json': angular('projects/shop', 'projects/staff'),
  'projects/shop/src/main.ts': importsIonic,
  'projects/staff/src/main.ts': importsIonic,
};
const packageEach: Files = {
  'package.json': '{ "workspaces": ["apps/*"] }',
  'apps/shop/package.json': named('shop'),
  'apps/shop/angular.json': angular(''),
  'apps/shop/src/main.ts': importsIonic,
  'apps/site/package.json': '{ "dependencies": { "express": "5" } }',
};

interface Row {
  readonly case: string;
  readonly files: Files;
  /** Where it is asked from. */
  readonly folder?: string;
  readonly project?: string;
}

async function find({
  files,
  folder = '',
  project: name,
}: Row): Promise<Awaited<ReturnType<typeof findApp>> & { readonly base: string }> {
  const base = temporaryFolder(files);
  const found = await findApp({
    folder: join(base, folder),
    cwd: base,
    ...(name === undefined ? {} : { project: name }),
  });
  return { ...found, base };
}

describe('the app that is meant', () => {
  test.each<Row & { root: string; home: string; name: string }>([
    { case: 'the folder itself', files: oneApp, root: '', home: '', name: 'app' },
    { case: 'a folder inside it', files: oneApp, folder: 'src', root: '', home: '', name: 'app' },
    {
      case: 'the only one below the folder',
      files: Object.fromEntries(Object.entries(oneApp).map(([path, text]) => [`frontend/${path}`, text])),
      root: 'frontend',
      home: '',
      name: 'app',
    },
    {
      case: 'one of several projects, by its folder',
      files: twoApps,
      folder: 'projects/staff',
      root: '',
      home: 'projects/staff',
      name: 'staff',
    },
    {
      case: 'one of several projects, by its name',
      files: twoApps,
      project: 'shop',
      root: '',
      home: 'projects/shop',
      name: 'shop',
    },
    {
      case: 'the only project that uses Ionic',
      files: { ...twoApps, 'projects/staff/src/main.ts': 'console.log();\n' },
      root: '',
      home: 'projects/shop',
      name: 'shop',
    },
    {
      case: 'the only project that is set up',
      files: { ...twoApps, 'projects/shop/.identity-vault/state.json': '{}' },
      root: '',
      home: 'projects/shop',
      name: 'shop',
    },
    {
      case: 'one that was set up at the root before there was another',
      files: { ...twoApps, '.identity-vault/state.json': '{}', 'identity-vault.config.json': '{ "project": "staff" }' },
      root: '',
      home: '',
      name: 'staff',
    },
    {
      case: 'a package of a workspace, the only one with Ionic',
      files: packageEach,
      root: 'apps/shop',
      home: '',
      name: 'app',
    },
    {
      case: 'a package of a workspace, from inside it',
      files: packageEach,
      folder: 'apps/shop/src',
      root: 'apps/shop',
      home: '',
      name: 'app',
    },
    {
      case: 'an only project in a folder of its own, with Capacitor there',
      files: {
        'package.json': ionic,
        'angular.json': angular('mobile'),
        'mobile/src/main.ts': importsIonic,
        'mobile/capacitor.config.ts': '',
      },
      root: '',
      home: 'mobile',
      name: 'mobile',
    },
    {
      case: 'an only project in a folder of its own, with Capacitor at the root',
      files: {
        'package.json': ionic,
        'angular.json': angular('mobile'),
        'mobile/src/main.ts': importsIonic,
        'mobile/capacitor.config.ts': '',
        'capacitor.config.ts': '',
      },
      root: '',
      home: '',
      name: 'mobile',
    },
  ])('$case', async ({ root, home, name, ...row }) => {
    const found = await find(row);
    expect({ root: found.root, home: found.home, name: found.project?.name }).toEqual({
      root: join(found.base, root),
      home,
      name,
    });
  });

  test.each([
    { case: 'alone', files: { 'package.json': ionic, 'capacitor.config.ts': '' } },
    { case: 'whatever is below it', files: { ...packageEach, 'package.json': ionic, 'capacitor.config.ts': '' } },
  ])('an app without a project is taken as it is, $case: what is wrong with it is said later', async (row) => {
    const found = await find(row);
    expect([found.root, found.home, found.project]).toEqual([found.base, '', undefined]);
  });
});

describe('no app, or none that can be told', () => {
  test.each<Row & { error: object }>([
    {
      case: 'a folder that is not there',
      files: {},
      folder: 'nowhere',
      error: { code: 'USAGE', hint: 'Check the value of --cwd.' },
    },
    {
      case: 'no package.json',
      files: { 'a.txt': '' },
      error: { code: 'UNSUPPORTED', message: 'There is no package.json here or above.' },
    },
    {
      case: 'several projects',
      files: twoApps,
      error: {
        code: 'ANSWER_NEEDED',
        where: { path: 'angular.json' },
        hint: [
          'Name one, by its folder or with --project <name>:',
          '  npx create-identity-vault -C projects/shop',
          '  npx create-identity-vault -C projects/staff',
        ].join('\n'),
      },
    },
    {
      case: 'a name that none has',
      files: twoApps,
      project: 'shp',
      error: { code: 'USAGE', message: 'There is no Ionic app "shp" here.', hint: 'Choose one of: shop, staff' },
    },
    {
      case: 'a project that doesn’t use Ionic, by its folder',
      files: { ...twoApps, 'projects/staff/src/main.ts': 'console.log();\n' },
      folder: 'projects/staff',
      error: {
        code: 'UNSUPPORTED',
        message: 'staff is not an Ionic app: nothing near its entry file imports Ionic.',
        where: { path: 'angular.json' },
        hint: 'Name one that is:\n  npx create-identity-vault -C projects/shop',
      },
    },
    {
      case: 'several packages',
      files: { ...packageEach, 'apps/site/package.json': named('site'), 'apps/site/angular.json': angular('') },
      error: {
        code: 'ANSWER_NEEDED',
        where: { path: 'package.json' },
        hint: [
          'Name one, by its folder or with --project <name>:',
          '  npx create-identity-vault -C apps/shop',
          '  npx create-identity-vault -C apps/site',
        ].join('\n'),
      },
    },
    {
      case: 'Ionic is installed into the wrong folder',
      files: { ...packageEach, 'package.json': ionic.replace('{', '{ "workspaces": ["apps/*"],') },
      error: {
        code: 'ANSWER_NEEDED',
        message: 'package.json lists Ionic, but no app is built here; there is one below.',
        hint: 'Name the one you mean:\n  npx create-identity-vault -C apps/shop',
      },
    },
  ])('$case', async ({ error, ...row }) => {
    await expect(find(row)).rejects.toMatchObject(error);
  });
});

describe('apps below a folder', () => {
  const app = (folder: string, text = named(folder)): Files => ({
    [`${folder}/package.json`]: text,
    [`${folder}/ionic.config.json`]: '{}',
  });

  test.each<{ case: string; files: Files; names: string[] }>([
    { case: 'none', files: { 'package.json': '{}', 'src/a.ts': '' }, names: [] },
    {
      case: 'in the usual places',
      files: { ...app('mobile'), ...app('apps/shop'), ...app('packages/kiosk') },
      names: ['mobile', 'apps/shop', 'packages/kiosk'],
    },
    {
      case: 'two folders deep, in a folder without a package.json',
      files: app('frontend/app'),
      names: ['frontend/app'],
    },
    {
      case: 'two folders deep is no app’s place beside a package.json',
      files: { 'package.json': '{}', ...app('frontend/app') },
      names: [],
    },
    {
      case: 'where the workspace has its packages',
      files: { 'package.json': '{ "workspaces": ["a/b/*"] }', ...app('a/b/c') },
      names: ['a/b/c'],
    },
    {
      case: 'never in builds, copies and native projects',
      files: { ...app('dist'), ...app('node_modules'), ...app('android'), ...app('.cache') },
      names: [],
    },
    {
      case: 'a library lists Ionic too: an app has a file that only apps have',
      files: { ...app('shop'), 'ui/package.json': named('ui') },
      names: ['shop'],
    },
    { case: 'libraries, where there is nothing else', files: { 'ui/package.json': named('ui') }, names: ['ui'] },
    {
      case: 'apps that can be set up go before others',
      files: { ...app('shop'), ...app('site', named('site').replace('angular', 'react')) },
      names: ['shop'],
    },
    {
      case: 'others, where there is nothing else',
      files: app('site', named('site').replace('angular', 'react')),
      names: ['site'],
    },
    {
      case: 'a name in a comment or a script is no dependency',
      files: app('site', '{ "scripts": { "a": "npx @ionic/angular" } }'),
      names: [],
    },
  ])('$case', async ({ files, names }) => {
    const found = await appsBelow(temporaryFolder(files));
    expect(found.map(({ name }) => name)).toEqual(names);
  });
});
