import type { OriginFact, RouteFact } from '../../src/model/facts.ts';
import type { Project } from '../../src/model/project.ts';
import type { State } from '../../src/model/state.ts';

type WrittenRoute = string | readonly [path: string, redirectTo: string] | (Partial<RouteFact> & { path: string });

export interface Facts {
  /** Paths, or paths with what they redirect to, or with more. */
  readonly routes?: readonly WrittenRoute[];
  /** Origins, or origins with the keys they stand under. */
  readonly apiOrigins?: readonly (string | OriginFact)[];
  readonly sourceRoot?: string;
  readonly project?: string;
  readonly packageManager?: Project['packageManager']['name'];
  readonly configText?: string;
  readonly state?: State;
  /** Source files. */
  readonly files?: Readonly<Record<string, string>>;
  /** The routes could not be followed. */
  readonly lost?: boolean;
}

/** An app as `inspect` would describe it, without a disk. */
export function project(facts: Facts = {}): Project {
  const { configText, state, files = {} } = facts;
  return {
    root: '/app',
    home: '',
    toolVersion: '0.1.0',
    tree: { read: (path) => files[path], readBytes: () => undefined, list: () => [] },
    packageName: 'app',
    dependencies: new Map(),
    packageManager: { name: facts.packageManager ?? 'npm', reason: 'package-lock.json', folders: ['/app'] },
    capacitor: { major: 8, folder: '', configFiles: ['capacitor.config.ts'] },
    ionicMajor: 8,
    native: { plists: ['ios/App/App/Info.plist'], localisedStrings: [], ios: true, android: true },
    formatter: { kind: 'none' },
    pluginSource: { kind: 'spec', spec: 'capacitor-identity-vault@^0.1.0' },
    framework: framework(facts),
    setup: { ...(configText === undefined ? {} : { configText }), ...(state === undefined ? {} : { state }) },
  };
}

function framework({ routes = [['', 'home'], 'home', 'tabs'], ...facts }: Facts): Project['framework'] {
  const path = 'src/app/app.routes.ts';
  const anchor = { kind: 'variable', name: 'routes' } as const;
  return {
    id: 'angular',
    major: 21,
    project: facts.project ?? 'app',
    sourceRoot: facts.sourceRoot ?? 'src',
    entryFile: 'src/main.ts',
    wiring: {
      bootstrap: 'standalone',
      httpClient: 'unset',
      providers: { path: 'src/app/app.config.ts', anchor: { kind: 'variable', name: 'appConfig' } },
      routes: facts.lost ? { path, line: 3, reason: 'The routes are not an array literal.' } : { path, anchor },
    },
    routes: facts.lost ? [] : routes.map(route),
    apiOrigins: (facts.apiOrigins ?? []).map((one) => (typeof one === 'string' ? { origin: one, keys: [] } : one)),
  };
}

function route(written: WrittenRoute, index: number): RouteFact {
  const facts = { guards: [], line: index + 1 };
  if (typeof written === 'string') return { ...facts, path: written };
  if ('path' in written) return { ...facts, ...written };
  const [path, redirectTo] = written;
  return { ...facts, path, redirectTo };
}
