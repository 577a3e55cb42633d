import { isManualReason, type AnchoredFile, type ManualReason, type RouteFact } from '../../../model/facts.ts';
import type { AppPath, Tree } from '../../../model/tree.ts';
import type { Wiring } from '../angular-facts.ts';

/** A folder with one of them is a project of its own. */
const declarations = ['project.json', 'ng-package.json', 'package.json'];

interface Places {
  readonly wiring: Wiring;
  readonly routes: readonly RouteFact[];
}

/** The folders of other projects of the workspace in which providers or routes of the app are written. */
export function findLibraries(tree: Pick<Tree, 'read'>, entryFile: AppPath, { wiring, routes }: Places): AppPath[] {
  const places = [wiring.providers, wiring.routes, ...routes.flatMap(placesOf)];
  const files = places.filter((place) => !isManualReason(place)).map(({ path }) => path);
  const folders = [...new Set(files)].flatMap((path) => projectOf(tree, path) ?? []);
  return [...new Set(folders)].filter((folder) => !entryFile.startsWith(`${folder}/`)).sort();
}

function placesOf({ place, children = [] }: RouteFact): (AnchoredFile | ManualReason)[] {
  return [...(place === undefined ? [] : [place]), ...children.flatMap(placesOf)];
}

/** The nearest folder that is a project, below the root. */
function projectOf(tree: Pick<Tree, 'read'>, path: AppPath): AppPath | undefined {
  const names = path.split('/').slice(0, -1);
  const folders = names.map((_, index) => names.slice(0, index + 1).join('/'));
  return folders.findLast((folder) => declarations.some((name) => tree.read(`${folder}/${name}`) !== undefined));
}
