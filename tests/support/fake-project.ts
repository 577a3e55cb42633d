import type { GuardFact, ManualReason, OriginFact, RouteFact } from '../../src/model/facts.ts';
import type { Dependency, Formatter, FormatterFacts, Project } from '../../src/model/project.ts';
import { printState } from '../../src/state/state.ts';
import { appFiles } from './fake-app.ts';
import { fakeTree, type FakeFiles } from './fake-tree.ts';
import type { AngularFacts, OwnClient, Wiring } from '../../src/frameworks/angular/angular-facts.ts';
import { setupPaths } from '../../src/state/setup-paths.ts';

type WrittenRoute = string | readonly [path: string, redirectTo: string] | WrittenFacts;

interface WrittenFacts extends Partial<Omit<RouteFact, 'guards' | 'children'>> {
  /** Below its parent. */
  readonly path: string;
  /** As written in the route, or with what is known of them. */
  readonly guards?: readonly (string | GuardFact)[];
  readonly children?: readonly WrittenRoute[];
}

/** What a test says of the app; everything else is as in {@link appFiles}. */
export interface Facts extends Partial<
  Pick<Project, 'home' | 'toolVersion' | 'packageName' | 'ionicMajor' | 'pluginSource' | 'formatter'>
> {
  /** Paths, or paths with what they redirect to, or with more. */
  readonly routes?: readonly WrittenRoute[];
  /** Origins, or origins with the keys they stand under. */
  readonly apiOrigins?: readonly (string | OriginFact)[];
  readonly sourceRoot?: string;
  readonly project?: string;
  /** The major version of the framework. */
  readonly major?: number;
  readonly wiring?: Partial<Wiring>;
  readonly unknownPaths?: readonly ManualReason[];
  readonly ownClients?: readonly OwnClient[];
  readonly environments?: AngularFacts['environments'];
  readonly readsSettings?: boolean;
  /** The routes could not be followed. */
  readonly lost?: boolean;
  readonly packageManager?: Project['packageManager']['name'] | Partial<Project['packageManager']>;
  /** Ranges, or all that is known. */
  readonly dependencies?: Readonly<Record<string, string | Dependency>>;
  readonly capacitor?: Partial<Project['capacitor']>;
  readonly native?: Partial<Project['native']>;
  /** The configuration and the state are also where a run leaves them. */
  readonly configText?: Project['setup']['configText'] | undefined;
  readonly state?: Project['setup']['state'] | undefined;
  readonly setup?: Partial<Omit<Project['setup'], 'configText' | 'state'>>;
  /** Added to {@link appFiles}; `undefined` takes one away. */
  readonly files?: FakeFiles;
}

const appNative: Project['native'] = {
  ios: true,
  android: true,
  plists: ['ios/App/App/Info.plist'],
  generatedPlists: [],
  appPlists: ['ios/App/App/Info.plist'],
  entitlements: [],
  unentitled: [],
  usageTexts: [],
  oldestSystems: [],
};

/** An app as `inspect` would describe it, without a disk. */
export function fakeProject(facts: Facts = {}): Project {
  const { home = '', configText, state, files = {}, native, capacitor, setup } = facts;
  const paths = setupPaths(home);
  const left = { [paths.config]: configText, [paths.state]: state && printState(state) };
  return {
    root: '/app',
    home,
    toolVersion: facts.toolVersion ?? '0.1.0',
    tree: fakeTree({ ...appFiles, ...left, ...files }),
    packageName: facts.packageName ?? 'app',
    dependencies: dependenciesOf(facts.dependencies ?? {}),
    packageManager: packageManagerOf(facts.packageManager),
    capacitor: { major: 8, folder: '', configFiles: ['capacitor.config.ts'], ...capacitor },
    ionicMajor: facts.ionicMajor ?? 8,
    native: { ...appNative, ...native },
    formatter: facts.formatter ?? { kind: 'none' },
    pluginSource: facts.pluginSource ?? { kind: 'spec', spec: 'capacitor-identity-vault@^0.1.0' },
    framework: frameworkOf(facts),
    setup: { ...setup, ...(configText === undefined ? {} : { configText }), ...(state === undefined ? {} : { state }) },
  };
}

/** The app's formatter, as a function of the text. */
export function fakeFormatter(format: (text: string, path: string) => string, id = 'prettier@3.8.1'): FormatterFacts {
  const formatter: Formatter = { id, format: (path, text) => Promise.resolve(format(text, path)) };
  return { kind: 'ready', formatter };
}

function dependenciesOf(written: NonNullable<Facts['dependencies']>): Project['dependencies'] {
  const entries = Object.entries(written);
  return new Map(entries.map(([name, one]) => [name, typeof one === 'string' ? { range: one } : one]));
}

function packageManagerOf(written: Facts['packageManager'] = 'npm'): Project['packageManager'] {
  const given = typeof written === 'string' ? { name: written } : written;
  return { name: 'npm', reason: 'package-lock.json', folders: ['/app'], ...given };
}

function frameworkOf({ routes = [['', 'home'], 'home', 'tabs'], ...facts }: Facts): AngularFacts {
  const path = 'src/app/app.routes.ts';
  const anchor = { kind: 'variable', name: 'routes' } as const;
  return {
    id: 'angular',
    major: facts.major ?? 21,
    project: facts.project ?? 'app',
    sourceRoot: facts.sourceRoot ?? 'src',
    codeRoot: `${facts.sourceRoot ?? 'src'}/app`.replace(/^\//, ''),
    entryFile: 'src/main.ts',
    rendersOnServer: false,
    areRoutesKnown: facts.lost !== true,
    originFiles: 'environment*.ts',
    resolution: {},
    environments: facts.environments ?? [],
    readsSettings: facts.readsSettings ?? false,
    wiring: {
      bootstrap: 'standalone',
      httpClient: 'unset',
      providers: { path: 'src/app/app.config.ts', anchor: { kind: 'variable', name: 'appConfig' } },
      routes: facts.lost ? { path, line: 3, reason: 'The routes are not an array literal.' } : { path, anchor },
      ...facts.wiring,
    },
    routes: facts.lost ? [] : routes.map((one, index) => route(one, index)),
    unknownPaths: facts.unknownPaths ?? [],
    ownClients: facts.ownClients ?? [],
    apiOrigins: (facts.apiOrigins ?? []).map((one) => (typeof one === 'string' ? { origin: one, keys: [] } : one)),
  };
}

function route(written: WrittenRoute, index: number, above = ''): RouteFact {
  if (typeof written === 'string') return route({ path: written }, index, above);
  if (!('path' in written)) return route({ path: written[0], redirectTo: written[1] }, index, above);
  const { guards = [], children, ...more } = written;
  const path = [above, written.path].filter(Boolean).join('/');
  return {
    at: { path: 'src/app/app.routes.ts', line: index + 1 },
    trail: [`'${written.path}'`],
    ...more,
    path,
    guards: guards.map((one) => (typeof one === 'string' ? guardFact(one) : one)),
    ...(children === undefined ? {} : { children: children.map((child, at) => route(child, at, path)) }),
  };
}

function guardFact(text: string): GuardFact {
  return { text, id: text, when: 'canActivate', sendsTo: [] };
}
