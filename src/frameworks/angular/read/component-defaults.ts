import { posix } from 'node:path';
import type { AppProject } from '../../../model/app-project.ts';
import type { Tree } from '../../../model/tree.ts';
import { isObject, objectAt, stringAt, type JsonObject } from '../../../text/json.ts';
import { readJson } from '../../../text/read-json.ts';

/** What the workspace says that generated components are to have. */
export interface ComponentDefaults {
  /** The extension of their style sheets; absent where nothing is said. */
  readonly style?: string;
  /** They have no specs. */
  readonly skipsTests: boolean;
}

/** Generators of pages and components: those of pages before the general ones. */
const generators = [
  ['@ionic/angular-toolkit', 'page'],
  ['@ionic/angular-toolkit', 'component'],
  ['@schematics/angular', 'component'],
  ['@nx/angular', 'component'],
  ['@nrwl/angular', 'component'],
] as const;

/** Of the project first, then of the whole workspace. */
export function componentDefaults(tree: Tree, app: Pick<AppProject, 'name' | 'folder'>): ComponentDefaults {
  const said = sources(tree, app).flatMap(({ schematics, generators: ofNx }) => [
    ...defaultsIn(schematics),
    ...defaultsIn(ofNx),
  ]);
  const style = said.map((one) => stringAt(one, 'style') ?? stringAt(one, 'styleext')).find((one) => one !== undefined);
  const skips = said.map((one) => one['skipTests'] ?? negated(one['spec'])).find((one) => typeof one === 'boolean');
  return { ...(style === undefined ? {} : { style }), skipsTests: skips === true };
}

function sources(tree: Tree, { name, folder }: Pick<AppProject, 'name' | 'folder'>): JsonObject[] {
  const workspaces = ['angular.json', 'workspace.json'].map((path) => readJson(tree, path));
  const own = readJson(tree, posix.join(folder, 'project.json'));
  const read = [
    ...workspaces.map((workspace) => objectAt(objectAt(workspace, 'projects'), name)),
    own,
    ...workspaces,
    readJson(tree, 'nx.json'),
  ];
  return read.filter(isObject);
}

/** Both ways to write them: `'@nx/angular:component': {…}`, and `'@nx/angular': { component: {…} }`. */
function defaultsIn(declared: unknown): JsonObject[] {
  return generators.flatMap(([collection, name]) => [
    objectAt(declared, `${collection}:${name}`),
    objectAt(objectAt(declared, collection), name),
  ]);
}

/** Before Angular 9, `spec: false`. */
function negated(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? !value : undefined;
}
