import { CliError } from '../../model/errors.ts';
import { frameworkOf } from '../../frameworks/find-framework.ts';
import { frameworks } from '../../frameworks/frameworks.ts';
import { lists, type Refusal, type RefusalFacts, type Refused } from '../../frameworks/refusal.ts';
import { isObject, objectAt } from '../../text/json.ts';
import { typedFor } from '../../packages/package-manager-commands.ts';
import type { PackageManagerName } from '../../model/project.ts';
import { otherPackages, supportedPackages } from './ionic-packages.ts';

const known = Object.values(frameworks);
const titles = known.map(({ title }) => title);
const ionicApps = titles.map((title) => `Ionic ${title}`);
const isSupported = lists(...supportedPackages);
const capacitor = lists('@capacitor/core');

function enumerate(words: readonly string[], conjunction: 'and' | 'or'): string {
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(` ${conjunction} `);
}

const absent = `${enumerate(supportedPackages, 'and')} ${supportedPackages.length === 1 ? 'is' : 'are'} not in its package.json`;

/** What is no app of a supported framework. The first that matches is said: the most specific comes first. */
const otherApps: readonly Refusal[] = [
  {
    matches: ({ manifest }) => ['ios', 'android'].some((os) => isObject(objectAt(manifest, 'capacitor')[os])),
    message: 'This is a Capacitor plugin, not an app.',
    hint: 'Run the command in the folder of an app that uses it, or name it with --cwd.',
  },
  {
    matches: lists('@nuxtjs/ionic', 'nuxt', 'nuxt3'),
    message: `Nuxt apps are not supported; ${enumerate(ionicApps, 'and')} apps are.`,
    hint: 'The vault itself works in any Capacitor app: npm install capacitor-identity-vault',
  },
  {
    matches: lists('ionic-svelte', '@sveltejs/kit', 'svelte'),
    message: `Svelte apps are not supported; ${enumerate(ionicApps, 'and')} apps are.`,
    hint: 'The vault itself works in any Capacitor app: npm install capacitor-identity-vault',
  },
  {
    matches: (facts) => lists('@docusaurus/core', 'vitepress', '@astrojs/starlight')(facts) && !isSupported(facts),
    message: 'This is a documentation site, not an app.',
    hint: 'Run the command in the folder of your Ionic app, or name it with --cwd.',
  },
  {
    matches: (facts) => lists('@stencil/core')(facts) && !isSupported(facts),
    message: `This is a Stencil project; ${enumerate(ionicApps, 'and')} apps are supported.`,
    hint: 'Run the command in the folder of your Ionic app, or name it with --cwd.',
  },
  {
    matches: (facts) => isCordova(facts) && !capacitor(facts),
    message: 'This is a Cordova app: it does not use Capacitor, which the vault is a plugin of.',
    hint: 'Move it to Capacitor first: https://capacitorjs.com/docs/cordova/migrating-from-cordova-to-capacitor',
  },
  ...otherPackages.map((name): Refusal => ({
    matches: (facts) => lists(name)(facts) && !isSupported(facts),
    message: `Apps with ${name} are not supported yet; ${enumerate(titles, 'and')} apps are.`,
    hint: 'The vault itself works there: npm install capacitor-identity-vault',
  })),
  {
    matches: (facts) => !isSupported(facts) && capacitor(facts),
    message: `This app uses Capacitor without ${enumerate(ionicApps, 'or')}.`,
    hint: 'The vault itself works in any Capacitor app: npm install capacitor-identity-vault',
  },
  {
    matches: (facts) => !isSupported(facts),
    message: `This is not an ${enumerate(ionicApps, 'or')} app: ${absent}.`,
    hint: 'Run the command in the folder of your app, or name it with --cwd.',
  },
];

/** What an app of a supported framework may lack besides a project. */
const incompleteApps: readonly Refusal[] = [
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
  const refused =
    firstMatch(
      known.flatMap(({ refusals }) => refusals),
      facts,
    ) ??
    firstMatch(otherApps, facts) ??
    withoutProject(facts) ??
    firstMatch(incompleteApps, facts);
  if (refused === undefined) return;
  const { message, hint, where = { path: 'package.json' } } = refused;
  throw new CliError('UNSUPPORTED', message, { where, hint: asTyped(hint, facts.packageManager) });
}

function firstMatch(refusals: readonly Refusal[], facts: RefusalFacts): Refused | undefined {
  return refusals.find(({ matches }) => matches(facts));
}

/** Where projects are declared is for the framework to say. */
function withoutProject({ dependencies, project, files }: RefusalFacts): Refused | undefined {
  return project === undefined ? frameworkOf(dependencies)?.missingProject(files) : undefined;
}

function asTyped(hint: string, packageManager: PackageManagerName): string {
  const { add, run } = typedFor[packageManager];
  return hint.replaceAll(/\bnpm install\b/g, add).replaceAll(/\bnpx\b/g, run);
}
