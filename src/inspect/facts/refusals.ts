import { CliError, type Place } from '../../model/errors.ts';
import type { AppProject, Dependencies } from '../../frameworks/framework.ts';
import { isObject, type JsonObject, objectAt } from '../../text/json.ts';
import { typedFor } from '../../packages/package-manager-commands.ts';
import type { PackageManagerName } from '../../model/project.ts';
import type { AppPath } from '../../model/tree.ts';

/** What an app is judged by before anything else of it is read. */
export interface RefusalFacts {
  readonly dependencies: Pick<Dependencies, 'has'>;
  readonly manifest: JsonObject;
  /** Names at the root. */
  readonly files: readonly string[];
  readonly capacitorConfigs: readonly AppPath[];
  readonly project?: AppProject | undefined;
  readonly packageManager: PackageManagerName;
}

interface Refusal {
  readonly matches: (facts: RefusalFacts) => boolean;
  readonly message: string;
  /** With `npm install` and `npx` as they are typed for npm; said as the app's own package manager has them. */
  readonly hint: string;
  readonly where?: Place;
}

const lists =
  (...names: string[]) =>
  ({ dependencies }: RefusalFacts): boolean =>
    names.some((name) => dependencies.has(name));
const ionicAngular = lists('@ionic/angular');
const capacitor = lists('@capacitor/core');

/** Everything that is no app the tool can work on. The first that matches is said: the most specific comes first. */
const refusals: readonly Refusal[] = [
  {
    matches: lists('ionic-angular'),
    message: 'This is an Ionic 3 app (ionic-angular).',
    hint: 'Move it to Ionic 7 or newer first: https://ionicframework.com/docs/updating/4-0',
  },
  {
    matches: ({ manifest }) => ['ios', 'android'].some((os) => isObject(objectAt(manifest, 'capacitor')[os])),
    message: 'This is a Capacitor plugin, not an app.',
    hint: 'Run the command in the folder of an app that uses it, or name it with --cwd.',
  },
  {
    matches: lists('@nuxtjs/ionic', 'nuxt', 'nuxt3'),
    message: 'Nuxt apps are not supported; Ionic Angular apps are.',
    hint: 'The vault itself works in any Capacitor app: npm install capacitor-identity-vault',
  },
  {
    matches: lists('ionic-svelte', '@sveltejs/kit', 'svelte'),
    message: 'Svelte apps are not supported; Ionic Angular apps are.',
    hint: 'The vault itself works in any Capacitor app: npm install capacitor-identity-vault',
  },
  {
    matches: (facts) => lists('@docusaurus/core', 'vitepress', '@astrojs/starlight')(facts) && !ionicAngular(facts),
    message: 'This is a documentation site, not an app.',
    hint: 'Run the command in the folder of your Ionic app, or name it with --cwd.',
  },
  {
    matches: (facts) => lists('@stencil/core')(facts) && !ionicAngular(facts),
    message: 'This is a Stencil project; Ionic Angular apps are supported.',
    hint: 'Run the command in the folder of your Ionic app, or name it with --cwd.',
  },
  {
    matches: (facts) => isCordova(facts) && !capacitor(facts),
    message: 'This is a Cordova app: it does not use Capacitor, which the vault is a plugin of.',
    hint: 'Move it to Capacitor first: https://capacitorjs.com/docs/cordova/migrating-from-cordova-to-capacitor',
  },
  {
    matches: (facts) => lists('@ionic/react')(facts) && !ionicAngular(facts),
    message: 'Apps with @ionic/react are not supported yet; Angular apps are.',
    hint: 'The vault itself works there: npm install capacitor-identity-vault',
  },
  {
    matches: (facts) => lists('@ionic/vue')(facts) && !ionicAngular(facts),
    message: 'Apps with @ionic/vue are not supported yet; Angular apps are.',
    hint: 'The vault itself works there: npm install capacitor-identity-vault',
  },
  {
    matches: (facts) => !ionicAngular(facts) && capacitor(facts),
    message: 'This app uses Capacitor without Ionic Angular.',
    hint: 'The vault itself works in any Capacitor app: npm install capacitor-identity-vault',
  },
  {
    matches: (facts) => !ionicAngular(facts),
    message: 'This is not an Ionic Angular app: @ionic/angular is not in its package.json.',
    hint: 'Run the command in the folder of your app, or name it with --cwd.',
  },
  {
    matches: ({ project, files }) => !project && files.includes('angular.json'),
    message: 'angular.json has no application project with a build target: this is a workspace of libraries.',
    hint: 'Run the command in the folder of an app, or name it with --cwd.',
    where: { path: 'angular.json' },
  },
  {
    matches: ({ project }) => !project,
    message: 'There is no angular.json beside package.json, and no project.json of Nx with an application.',
    hint: 'Run the command in the folder that has angular.json, or name it with --cwd.',
  },
  {
    matches: (facts) => !capacitor(facts),
    message: 'This app does not use Capacitor: @capacitor/core is not in its package.json.',
    hint: 'Add Capacitor first: npm install @capacitor/core @capacitor/cli && npx cap init',
  },
  {
    matches: ({ capacitorConfigs }) => capacitorConfigs.length === 0,
    message: 'This app has no Capacitor configuration: capacitor.config.ts, .js and .json are not there.',
    hint: 'Make it first: npx cap init. If a script of yours writes it, run that script first.',
  },
];

function isCordova(facts: RefusalFacts): boolean {
  const { manifest, files } = facts;
  return (
    lists('cordova-android', 'cordova-ios')(facts) || isObject(manifest['cordova']) || files.includes('config.xml')
  );
}

/** @throws CliError `UNSUPPORTED` with what it is, where it is seen, and what to do. */
export function refuseUnsupported(facts: RefusalFacts): void {
  const refusal = refusals.find(({ matches }) => matches(facts));
  if (!refusal) return;
  const { message, hint, where = { path: 'package.json' } } = refusal;
  throw new CliError('UNSUPPORTED', message, { where, hint: asTyped(hint, facts.packageManager) });
}

function asTyped(hint: string, packageManager: PackageManagerName): string {
  const { add, run } = typedFor[packageManager];
  return hint.replaceAll(/\bnpm install\b/g, add).replaceAll(/\bnpx\b/g, run);
}
