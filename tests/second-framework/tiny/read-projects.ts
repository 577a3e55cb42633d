import type { AppProject } from '../../../src/model/app-project.ts';
import type { Tree } from '../../../src/model/tree.ts';
import { stringAt } from '../../../src/text/json.ts';
import { readJson } from '../../../src/text/read-json.ts';

/** The one application that `tiny.json` declares. */
export function readProjects(tree: Tree): AppProject[] {
  const declaration = readJson(tree, 'tiny.json');
  const [name, sourceRoot] = [stringAt(declaration, 'name'), stringAt(declaration, 'source')];
  if (name === undefined || sourceRoot === undefined) return [];
  const entryFile = `${sourceRoot}/main.js`;
  return [{ name, folder: '', sourceRoot, entryFile, declaredIn: 'tiny.json', isListed: true }];
}
