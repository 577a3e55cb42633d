import { join } from 'node:path';
import { root, sampleApp } from '../../scripts/lib/sample-app.mjs';

/** An app of this repository, and how its team works on it. */
export interface AppSource {
  readonly name: string;
  /** The folder whose tracked files are copied. */
  readonly files: string;
  /** Where in it the Ionic app is. */
  readonly appFolder: string;
  /** Where its production build leaves index.html. */
  readonly site: string;
  /** Its platforms, when its team doesn't commit the native folders: the arguments of `cap add`. */
  readonly platforms: readonly (readonly string[])[];
  /** Its own `npm run lint`, where it has one, and what that prints when all is well. */
  readonly lint: readonly AppCheck[];
  /** Its own `npm test`, where it has one; the generated specs are among its tests. */
  readonly test: readonly AppCheck[];
  /** What its own interceptor adds to every request. */
  readonly ownHeaders: Readonly<Record<string, string>>;
  /** Whether it calls a server of somebody else; see {@link partnerUrl}. */
  readonly callsPartner: boolean;
}

/** The addresses in every app's environment.development.ts; a copy is built with ports of its own in their place. */
export const apiUrl = 'http://localhost:4300';
export const partnerUrl = 'http://localhost:4400';
/** The one that the demo's start page asks, and that gets no token. */
export const foreignUrl = 'http://localhost:4301';

interface AppCheck {
  readonly script: string;
  readonly args: readonly string[];
  readonly prints: RegExp;
}

const lint = (prints: RegExp): AppCheck => ({ script: 'lint', args: [], prints });
const test: AppCheck = { script: 'test', args: ['--watch=false'], prints: /identity\.service\.spec\.ts/ };

/** What the demo sets up: Angular 21, standalone, with the recommended rules of angular-eslint. */
export const notes: AppSource = {
  name: 'ionic-angular',
  files: sampleApp,
  appFolder: '',
  site: 'dist/notes/browser',
  platforms: [],
  lint: [{ ...lint(/All files pass linting/), args: ['--max-warnings=0'] }],
  test: [test],
  ownHeaders: {},
  callsPartner: false,
};

const appsFolder = join(root, 'tests/e2e/apps');

/** Apps of other kinds. Each differs from the others wherever the tool may care: see its package.json and src/. */
export const otherApps: readonly AppSource[] = [
  {
    name: 'angular-20-module',
    files: join(appsFolder, 'angular-20-module'),
    appFolder: '',
    site: 'dist/tasks/browser',
    platforms: [['ios', '--packagemanager', 'CocoaPods'], ['android']],
    lint: [lint(/All files pass linting[^]*All matched files use Prettier code style/)],
    test: [],
    ownHeaders: { 'accept-language': 'en-GB' },
    callsPartner: true,
  },
  {
    name: 'nx',
    files: join(appsFolder, 'nx'),
    appFolder: 'apps/mobile',
    site: 'dist/apps/mobile/browser',
    platforms: [['android']],
    lint: [lint(/Successfully ran target lint for project mobile/)],
    test: [],
    ownHeaders: {},
    callsPartner: true,
  },
  {
    name: 'angular-22',
    files: join(appsFolder, 'angular-22'),
    appFolder: '',
    site: 'dist/journal/browser',
    platforms: [['ios'], ['android']],
    lint: [],
    test: [test],
    ownHeaders: {},
    callsPartner: true,
  },
];
