import type { GuardFact, RouteFact } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import type { Splice } from '../../model/splice.ts';
import type { AppPath } from '../../model/tree.ts';
import { isObject, stringAt } from '../../text/json.ts';
import { canonical, digest } from '../../text/text.ts';
import { everyRoute, pageRoutes, routesShowing } from './route-tree.ts';

/** Whether a path belongs to a route of the app that an earlier run did not write. */
export function isTaken(project: Project, path: string): boolean {
  return everyRoute(project.framework.routes).some((route) => route.path === path) && !isOurs(project, path);
}

/**
 * A route we wrote is an insertion in the state. Where the state was lost, or is rebuilt and has no insertions, the
 * configuration that was applied says that there is one.
 */
function isOurs({ setup }: Project, path: string): boolean {
  const { state, configText = '' } = setup;
  if (state === undefined) return isConfigured(setup, path);
  if (state.config === digest(configText) && isConfigured(setup, path)) return true;
  return insertionsOf(setup, path).length > 0;
}

/** What earlier runs inserted that names a path, and where. */
function insertionsOf(
  { state }: Project['setup'],
  path: string,
): { readonly file: AppPath; readonly insert: string }[] {
  const literals = [`'${path}'`, `"${path}"`, `\`${path}\``];
  return Object.entries(state?.files ?? {}).flatMap(([file, kept]) => {
    const splices = kept.owner === 'app' ? kept.splices : [];
    const named = splices.filter((splice) => literals.some((literal) => isIn(splice, literal)));
    return named.map(({ insert }) => ({ file, insert }));
  });
}

/** An insertion may begin and end inside texts of one form, `{ path: '|login', … }, { path: '|home' }`: only the first is ours. */
function isIn({ left = '', insert, right = '' }: Splice, literal: string): boolean {
  const count = (text: string): number => text.split(literal).length;
  return count(left + insert + right) > count(left + right);
}

/** Is the route with this path one of ours, untouched? It goes with the option that asked for it. */
export function isInserted({ setup, tree }: Project, path: string): boolean {
  return insertionsOf(setup, path).some(({ file, insert }) => canonical(tree.read(file) ?? '').includes(insert));
}

/** Whether a page of the app's own may have this path: one that was read, or one of those below it that were not. */
export function mayHavePage(project: Project, path: string): boolean {
  if (isInserted(project, path)) return false;
  if (path === '') return routesShowing(project.framework.routes, '').some((route) => !route.children?.length);
  return everyRoute(project.framework.routes).some((route) => route.path === path || mayHide(route, path));
}

function mayHide({ path: above, isLazy }: RouteFact, path: string): boolean {
  return isLazy === true && (above === '' || path.startsWith(`${above}/`));
}

/** The app's routes without those that an earlier run inserted: with other options, they are not there. */
export function ownRoutes(project: Project): readonly RouteFact[] {
  const isOwn = ({ path }: RouteFact): boolean => !isInserted(project, path);
  return project.framework.routes.filter(isOwn);
}

/** The paths of the app's own pages, each once. */
export function ownPages(project: Project): string[] {
  const paths = pageRoutes(project.framework.routes).map(({ path }) => path);
  return [...new Set(paths)].filter((path) => !isInserted(project, path));
}

/** Says the configuration that a page of ours has this path? One that a person began to write says nothing of most options. */
function isConfigured(setup: Project['setup'], path: string): boolean {
  const config = configOf(setup);
  const isLogin = stringAt(config, 'loginPage') === 'generate' && stringAt(config, 'loginPath') === path;
  const isAccount = isObject(config) && config['accountPage'] === true && stringAt(config, 'accountPath') === path;
  return isLogin || isAccount || stringAt(config, 'unlockPath') === path;
}

/** The guards of a route that are the app's own. */
export function appGuards(project: Project, { guards }: RouteFact): readonly GuardFact[] {
  return guards.filter(({ at }) => at === undefined || !isGenerated(project, at.path));
}

/** Also where the state was lost: the configuration says where the generated code is. */
function isGenerated({ setup }: Project, path: string): boolean {
  if (setup.state?.files[path]?.owner === 'tool') return true;
  const folder = stringAt(configOf(setup), 'codeDir');
  return folder !== undefined && path.startsWith(`${folder}/`);
}

function configOf({ configText }: Project['setup']): unknown {
  return JSON.parse(canonical(configText ?? '{}'));
}
