import { describe, expect, test } from 'vitest';
import { CliError } from '../../../src/model/errors.ts';
import { refuseUnsupported } from '../../../src/inspect/facts/refusals.ts';
import type { RefusalFacts } from '../../../src/frameworks/refusal.ts';

interface App extends Partial<Omit<RefusalFacts, 'dependencies'>> {
  readonly lists?: readonly string[];
}

/** How the stage is called: what changes there changes here. @returns what is said, and where; `undefined` for an app that is taken */
function refusalOf({
  lists = [],
  ...facts
}: App): { message: string; hint: string | undefined; path: string | undefined } | undefined {
  try {
    refuseUnsupported({
      dependencies: new Set(lists),
      manifest: {},
      files: [],
      capacitorConfigs: [],
      packageManager: 'npm',
      ...facts,
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof CliError) || error.code !== 'UNSUPPORTED') throw error;
    return { message: error.message, hint: error.hint, path: error.where?.path };
  }
}

const project = {
  name: 'app',
  folder: '',
  sourceRoot: 'src',
  entryFile: 'src/main.ts',
  declaredIn: 'angular.json',
  isListed: true,
};
const good: App = {
  lists: ['@ionic/angular', '@capacitor/core'],
  files: ['angular.json', 'package.json'],
  capacitorConfigs: ['capacitor.config.ts'],
  project,
};
const inApp = 'Run the command in the folder of your Ionic app, or name it with --cwd.';
const anyApp = 'The vault itself works in any Capacitor app: npm install capacitor-identity-vault';
const works = 'The vault itself works there: npm install capacitor-identity-vault';

/** Every refusal, in the order they are looked for, with an app that only it is about. */
const rows: { case: string; app: App; message: string; hint: string; path?: string }[] = [
  {
    case: 'Ionic 3',
    app: { lists: ['ionic-angular'] },
    message: 'This is an Ionic 3 app (ionic-angular).',
    hint: 'Move it to Ionic 7 or newer first: https://ionicframework.com/docs/updating/4-0',
  },
  {
    case: 'a plugin',
    app: { lists: ['@capacitor/core'], manifest: { capacitor: { ios: { src: 'ios' } } } },
    message: 'This is a Capacitor plugin, not an app.',
    hint: 'Run the command in the folder of an app that uses it, or name it with --cwd.',
  },
  {
    case: 'Nuxt',
    app: { lists: ['nuxt', '@capacitor/core'] },
    message: 'Nuxt apps are not supported; Ionic Angular apps are.',
    hint: anyApp,
  },
  {
    case: 'Svelte',
    app: { lists: ['ionic-svelte', '@capacitor/core'] },
    message: 'Svelte apps are not supported; Ionic Angular apps are.',
    hint: anyApp,
  },
  {
    case: 'documentation',
    app: { lists: ['vitepress'] },
    message: 'This is a documentation site, not an app.',
    hint: inApp,
  },
  {
    case: 'Stencil',
    app: { lists: ['@stencil/core'] },
    message: 'This is a Stencil project; Ionic Angular apps are supported.',
    hint: inApp,
  },
  {
    case: 'Cordova',
    app: { lists: ['@ionic/angular', 'cordova-ios'] },
    message: 'This is a Cordova app: it does not use Capacitor, which the vault is a plugin of.',
    hint: 'Move it to Capacitor first: https://capacitorjs.com/docs/cordova/migrating-from-cordova-to-capacitor',
  },
  {
    case: 'React',
    app: { lists: ['@ionic/react', '@capacitor/core'] },
    message: 'Apps with @ionic/react are not supported yet; Angular apps are.',
    hint: works,
  },
  {
    case: 'Vue',
    app: { lists: ['@ionic/vue', '@capacitor/core'] },
    message: 'Apps with @ionic/vue are not supported yet; Angular apps are.',
    hint: works,
  },
  {
    case: 'Capacitor alone',
    app: { lists: ['@capacitor/core'] },
    message: 'This app uses Capacitor without Ionic Angular.',
    hint: anyApp,
  },
  {
    case: 'anything else',
    app: { lists: ['express'] },
    message: 'This is not an Ionic Angular app: @ionic/angular is not in its package.json.',
    hint: 'Run the command in the folder of your app, or name it with --cwd.',
  },
  {
    case: 'libraries',
    app: { ...good, project: undefined },
    message: 'angular.json has no application project with a build target: this is a workspace of libraries.',
    hint: 'Run the command in the folder of an app, or name it with --cwd.',
    path: 'angular.json',
  },
  {
    case: 'no project',
    app: { ...good, project: undefined, files: ['package.json'] },
    message: 'There is no angular.json beside package.json, and no project.json of Nx with an application.',
    hint: 'Run the command in the folder that has angular.json, or name it with --cwd.',
  },
  {
    case: 'no Capacitor',
    app: { ...good, lists: ['@ionic/angular'] },
    message: 'This app does not use Capacitor: @capacitor/core is not in its package.json.',
    hint: 'Add Capacitor first: npm install @capacitor/core @capacitor/cli && npx cap init',
  },
  {
    case: 'no configuration of Capacitor',
    app: { ...good, capacitorConfigs: [] },
    message: 'This app has no Capacitor configuration: capacitor.config.ts, .js and .json are not there.',
    hint: 'Make it first: npx cap init. If a script of yours writes it, run that script first.',
  },
];
const messages = new Map(rows.map((row) => [row.case, row.message]));

test('an app the tool can work on', () => {
  expect(refusalOf(good)).toBeUndefined();
});

test.each(rows)(
  '$case: what it is, where it is seen, and what to do',
  ({ app, message, hint, path = 'package.json' }) => {
    expect(refusalOf(app)).toEqual({ message, hint, path });
  },
);

describe('an app that is several: the most specific is said', () => {
  test.each<{ app: App; is: string; not: string }>([
    { is: 'Ionic 3', not: 'a plugin', app: { lists: ['ionic-angular'], manifest: { capacitor: { android: {} } } } },
    { is: 'a plugin', not: 'Nuxt', app: { lists: ['nuxt'], manifest: { capacitor: { android: {} } } } },
    { is: 'Nuxt', not: 'Svelte', app: { lists: ['nuxt', 'svelte'] } },
    { is: 'Svelte', not: 'documentation', app: { lists: ['svelte', 'vitepress'] } },
    { is: 'documentation', not: 'Stencil', app: { lists: ['vitepress', '@stencil/core'] } },
    { is: 'Stencil', not: 'Cordova', app: { lists: ['@stencil/core', 'cordova-ios'] } },
    { is: 'Cordova', not: 'React', app: { lists: ['@ionic/react'], files: ['config.xml'] } },
    { is: 'React', not: 'Vue', app: { lists: ['@ionic/react', '@ionic/vue'] } },
    { is: 'Vue', not: 'Capacitor alone', app: { lists: ['@ionic/vue', '@capacitor/core'] } },
    { is: 'Capacitor alone', not: 'anything else', app: { lists: ['@capacitor/core'] } },
    { is: 'anything else', not: 'libraries', app: { files: ['angular.json'] } },
    { is: 'libraries', not: 'no project', app: { ...good, project: undefined } },
    { is: 'no project', not: 'no Capacitor', app: { lists: ['@ionic/angular'] } },
    { is: 'no Capacitor', not: 'no configuration of Capacitor', app: { lists: ['@ionic/angular'], project } },
  ])('$is, not $not', ({ app, is }) => {
    expect(refusalOf(app)?.message).toBe(messages.get(is));
  });
});

describe('an Ionic Angular app with more in it is taken', () => {
  test.each([
    { case: 'its documentation', app: { ...good, lists: [...(good.lists ?? []), '@docusaurus/core'] } },
    { case: 'web components', app: { ...good, lists: [...(good.lists ?? []), '@stencil/core'] } },
    { case: 'React beside Angular', app: { ...good, lists: [...(good.lists ?? []), '@ionic/react', '@ionic/vue'] } },
    { case: 'what is left of Cordova', app: { ...good, files: ['config.xml'], manifest: { cordova: {} } } },
    { case: 'settings for Capacitor in package.json', app: { ...good, manifest: { capacitor: { scripts: {} } } } },
  ])('$case', ({ app }) => {
    expect(refusalOf(app)).toBeUndefined();
  });
});

describe('each name that says what an app is', () => {
  test.each([
    ...['@nuxtjs/ionic', 'nuxt', 'nuxt3'].map((name) => ({ is: 'Nuxt', app: { lists: [name] } })),
    ...['ionic-svelte', '@sveltejs/kit', 'svelte'].map((name) => ({ is: 'Svelte', app: { lists: [name] } })),
    ...['@docusaurus/core', 'vitepress', '@astrojs/starlight'].map((name) => ({
      is: 'documentation',
      app: { lists: [name] },
    })),
    ...['cordova-android', 'cordova-ios'].map((name) => ({ is: 'Cordova', app: { lists: [name] } })),
    { is: 'Cordova', app: { manifest: { cordova: { platforms: [] } } } },
    { is: 'Cordova', app: { files: ['config.xml'] } },
    { is: 'a plugin', app: { manifest: { capacitor: { ios: {} } } } },
    { is: 'a plugin', app: { manifest: { capacitor: { android: {} } } } },
  ])('$app is $is', ({ is, app }) => {
    expect(refusalOf(app)?.message).toBe(messages.get(is));
  });
});

test.each([
  { packageManager: 'npm', add: 'npm install', run: 'npx' },
  { packageManager: 'pnpm', add: 'pnpm add', run: 'pnpm exec' },
  { packageManager: 'yarn', add: 'yarn add', run: 'yarn' },
  { packageManager: 'bun', add: 'bun add', run: 'bunx' },
] as const)('a hint is typed as $packageManager has it', ({ packageManager, add, run }) => {
  const refusal = refusalOf({ ...good, lists: ['@ionic/angular'], packageManager });
  expect(refusal?.hint).toBe(`Add Capacitor first: ${add} @capacitor/core @capacitor/cli && ${run} cap init`);
});
