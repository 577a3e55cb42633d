import { CliError } from '../../../src/model/errors.ts';
import type { Tree } from '../../../src/model/tree.ts';
import { objectAt } from '../../../src/text/json.ts';
import { readJson } from '../../../src/text/read-json.ts';
import type { AppProject } from '../../../src/model/app-project.ts';
import type { Dependencies } from '../../../src/frameworks/refusal.ts';
import type { TinyFacts } from './tiny-facts.ts';

/** Pages are the keys of `pages.json`, addresses the values of `addresses.json`. */
export function inspectTiny(
  tree: Tree,
  dependencies: Dependencies,
  { name, sourceRoot, entryFile, declaredIn }: AppProject,
): TinyFacts {
  const pagesFile = `${sourceRoot}/pages.json`;
  const pages = readJson(tree, pagesFile);
  if (pages === undefined) {
    throw new CliError('UNSUPPORTED', `${pagesFile} is not there.`, {
      where: { path: declaredIn },
      hint: 'Name the pages of the app there.',
    });
  }
  const addresses = Object.entries(objectAt(readJson(tree, `${sourceRoot}/addresses.json`), 'servers'));
  return {
    id: 'tiny',
    major: dependencies.get('tiny')?.major ?? 1,
    project: name,
    sourceRoot,
    codeRoot: sourceRoot,
    entryFile,
    areRoutesKnown: true,
    routes: Object.keys(pages).map((path) => ({ path, guards: [], at: { path: pagesFile, line: 1 }, trail: [path] })),
    unknownPaths: [],
    apiOrigins: addresses.map(([key, origin]) => ({ origin: String(origin), keys: [key] })),
    originFiles: 'addresses.json',
    pagesFile,
  };
}
