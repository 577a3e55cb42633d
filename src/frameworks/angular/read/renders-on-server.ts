import type { AppProject } from '../../../model/app-project.ts';
import type { Tree } from '../../../model/tree.ts';
import { isObject, objectAt, type JsonObject } from '../../../text/json.ts';
import { readJson } from '../../../text/read-json.ts';
import { lists, type Dependencies } from '../../refusal.ts';

/** Options of the build target; each has a value that switches it off. */
const buildOptions = ['outputMode', 'prerender', 'server', 'ssr'];
/** Before these options each had a target of its own. */
const ownTargets = ['prerender', 'server'];

/** Is a page of this app ever rendered outside a browser: on a server, or when the app is built? */
export function rendersOnServer(tree: Tree, dependencies: Dependencies, project: AppProject): boolean {
  const targets = targetsOf(tree, project);
  const build = objectAt(targets, 'build');
  const configurations = Object.values(objectAt(build, 'configurations')).filter(isObject);
  const isBuilt = [objectAt(build, 'options'), ...configurations].some((options) =>
    buildOptions.some((name) => Boolean(options[name])),
  );
  return (
    isBuilt ||
    ownTargets.some((name) => isObject(targets[name])) ||
    lists('@angular/ssr', '@angular/platform-server')({ dependencies }) ||
    [...dependencies.keys()].some((name) => name.startsWith('@nguniversal/'))
  );
}

function targetsOf(tree: Tree, { name, declaredIn }: AppProject): JsonObject {
  const declared = readJson(tree, declaredIn);
  const project = [objectAt(objectAt(declared, 'projects'), name), objectAt(declared, 'nx'), declared ?? {}].find(
    (one) => isObject(one['architect']) || isObject(one['targets']),
  );
  return { ...objectAt(project, 'architect'), ...objectAt(project, 'targets') };
}
