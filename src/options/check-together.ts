import type { Note, Project } from '../types.ts';
import { flagName } from './catalog.ts';
import type { OptionKey, Options, Provenance } from './options.ts';
import { isForStrangers } from './routes.ts';

interface Chosen {
  readonly options: Options;
  readonly provenance: Readonly<Record<OptionKey, Provenance>>;
}

/** What is wrong with values that are each fine. */
export function checkTogether({ options }: Chosen, project: Project): string[] {
  return [
    ...checkPaths(options),
    ...checkRoutes(options, project),
    ...checkPlaces(options, project),
    ...checkNames(options),
  ];
}

function checkPaths({ loginPath, unlockPath, homePath }: Options): string[] {
  const problems: string[] = [];
  if (loginPath === unlockPath)
    problems.push(`loginPath and unlockPath are both "${loginPath}": choose another --unlock-path`);
  if (homePath === loginPath || homePath === unlockPath) {
    problems.push(`homePath is "${homePath}", the login or unlock page: name the page behind it with --home-path`);
  }
  return problems;
}

function checkRoutes({ guardedRoutes, loginPath, unlockPath, loginPage }: Options, project: Project): string[] {
  const routes = project.framework.routes.map(({ path }) => path);
  // Without followed routes nothing can be said about them; the guards become steps for a person.
  if ('reason' in project.framework.wiring.routes) return [];
  const isFirst = project.setup.state === undefined;
  return [
    ...guardedRoutes.flatMap((path) => checkGuarded(path, routes, [loginPath, unlockPath])),
    ...(isFirst && loginPage === 'generate' && routes.includes(loginPath) ? [taken('loginPath', loginPath)] : []),
    ...(isFirst && routes.includes(unlockPath) ? [taken('unlockPath', unlockPath)] : []),
    ...(loginPage === 'existing' && !routes.includes(loginPath)
      ? [`loginPage is "existing", and the app has no route "${loginPath}": name it with --login-path`]
      : []),
  ];
}

function checkGuarded(path: string, routes: readonly string[], pages: readonly string[]): string[] {
  if (pages.includes(path) || isForStrangers(path)) {
    return [`guardedRoutes: "${path}" is for people who are not signed in; a guard there locks everybody out`];
  }
  if (routes.includes(path)) return [];
  return [`guardedRoutes: the app has no route "${path}"; it has: ${routes.map((route) => `"${route}"`).join(', ')}`];
}

function taken(key: OptionKey, path: string): string {
  return `${key}: the app has a route "${path}" already: choose another, e.g. --${flagName(key)} vault-${path}`;
}

function checkPlaces({ codeDir }: Options, { framework }: Project): string[] {
  if (`${codeDir}/`.startsWith(`${framework.sourceRoot}/`)) return [];
  return [`codeDir: "${codeDir}" is outside the sources of the app (${framework.sourceRoot}/)`];
}

function checkNames(options: Options): string[] {
  const names = [options.serviceName, options.sessionName, options.interceptorName, options.guardName];
  const isDuplicate = new Set(names).size < names.length;
  return isDuplicate
    ? [`serviceName, sessionName, interceptorName and guardName have to differ: ${names.join(', ')}`]
    : [];
}

/** Risky or unfinished, and allowed. */
export function notesOn({ options, provenance }: Chosen, { framework }: Project): Note[] {
  const notes: Note[] = [];
  const isAskedFor = provenance.apiOrigins !== 'default';
  if (!isAskedFor && framework.apiOrigins.length > 0) {
    notes.push({
      code: 'api-origins-unconfirmed',
      text: `Found in environment*.ts and not used, because nobody confirmed it. To send the token there: --api-origins ${framework.apiOrigins.join(',')}`,
    });
  } else if (options.apiOrigins.length === 0) {
    notes.push({ code: 'api-origins-empty', text: 'The token is sent nowhere: name your API with --api-origins.' });
  }
  if (options.lockAfter === 0 && options.authMode !== 'SecureStorage') {
    notes.push({ code: 'never-locks', text: 'lockAfter is 0: the vault never locks while the app runs.' });
  }
  if (options.authMode === 'SecureStorage') {
    notes.push({
      code: 'no-prompt',
      text: 'SecureStorage never asks: whoever holds the unlocked device has the session.',
    });
  }
  if (options.authMode === 'BiometricOnly') {
    notes.push({ code: 'no-second-way', text: 'BiometricOnly has no second way in, and does not work on the web.' });
  }
  if (options.guardedRoutes.length === 0) {
    notes.push({ code: 'nothing-guarded', text: 'No route is guarded. Name some with --guarded-routes.' });
  }
  return notes;
}
