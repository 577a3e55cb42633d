import type { Project } from '../model/project.ts';
import { className } from '../options/class-name.ts';
import { flagName, optionsFor } from '../options/catalog/catalog.ts';
import type { Options } from '../options/options.ts';
import { isForSignedOutUsers } from '../options/found/page-names.ts';
import { isTaken, mayHavePage, ownPages } from '../options/found/own-routes.ts';
import { loginFieldNames } from '../options/login-fields.ts';
import { sessionMembers } from '../options/session-members.ts';
import { routesToGuard } from '../options/found/guarded.ts';
import { checkOidc } from './check-oidc.ts';
import type { Clash } from './clash.ts';

export function checkTogether(options: Options, project: Project): Clash[] {
  return [
    ...checkPaths(options),
    ...checkAccountPath(options),
    ...(options.auth === 'generic' ? [...checkSignIn(options), ...checkRenewal(options)] : []),
    ...checkOidc(options, project),
    ...(project.framework.areRoutesKnown ? [...checkPages(options, project), ...checkGuards(options, project)] : []),
    ...checkCodeDir(options, project),
    ...checkNames(options, project),
  ];
}

function checkPaths({ loginPath, unlockPath, homePath, loginPage }: Options): Clash[] {
  const clashes: Clash[] = [];
  if (loginPage === 'generate' && loginPath === '') {
    const text = 'loginPath: a generated login page needs a path; choose one with --login-path';
    clashes.push({ keys: ['loginPath', 'loginPage'], text });
  }
  if (loginPath === unlockPath) {
    const text = `unlockPath: the login page has the path "${loginPath}" already; choose another with --unlock-path`;
    clashes.push({ keys: ['unlockPath', 'loginPath'], text });
  }
  if (homePath === loginPath || homePath === unlockPath) {
    const text = `homePath: "${homePath}" is the login or unlock page; name the page behind it with --home-path`;
    clashes.push({ keys: ['homePath', 'loginPath', 'unlockPath'], text });
  }
  return clashes;
}

function checkAccountPath({ accountPage, accountPath, loginPath, unlockPath }: Options): Clash[] {
  if (!accountPage || ![loginPath, unlockPath].includes(accountPath)) return [];
  const text = `accountPath: the login or unlock page has the path "${accountPath}" already; choose another with --account-path`;
  return [{ keys: ['accountPath', 'loginPath', 'unlockPath'], text }];
}

/** What is said to the server and what it answers: two values of one name would be one. */
function checkSignIn({ loginFields, tokenField, session }: Options): Clash[] {
  const clashes: Clash[] = [];
  const { username, password } = loginFieldNames(loginFields);
  const isTwice = new Set(loginFields.map((one) => one.split(':')[0])).size < loginFields.length;
  if (isTwice || username === password) {
    const text = `loginFields: "${loginFields.join(',')}" has to name username and password once each, and not alike`;
    clashes.push({ keys: ['loginFields'], text });
  }
  if (tokenField === 'username' || session.some(({ name }) => name === tokenField)) {
    const text = `tokenField: "${tokenField}" is another member of the session; name the one that is the token with --token-field`;
    clashes.push({ keys: ['tokenField', 'session'], text });
  }
  return clashes;
}

/** What is taken from the answer beside the fields of the app: two members of one name would be one. */
function checkRenewal(options: Options): Clash[] {
  const members = sessionMembers(options);
  const known = [
    { name: 'username', from: 'username' },
    { name: 'token', from: options.tokenField },
  ];
  return members.flatMap(({ option, name, from }, index): Clash[] => {
    if (option === 'session') return [];
    const others = [...known, ...members.slice(0, index)];
    if (others.some((other) => other.from === from)) {
      const text = `${option}: "${from}" is another member of the server’s answer; name the right one with --${flagName(option)}`;
      return [{ keys: [option, 'tokenField', 'session'], text }];
    }
    if (!others.some((other) => other.name === name)) return [];
    const text = `${option}: it gives the session "${name}", which --session has too; leave it out there`;
    return [{ keys: ['session', option], text }];
  });
}

function checkPages(options: Options, project: Project): Clash[] {
  const { loginPath, unlockPath, loginPage, accountPage, accountPath } = options;
  const clashes: Clash[] = [];
  if (loginPage === 'generate' && isTaken(project, loginPath)) {
    const text = `loginPath: the app has a route "${loginPath}" already; keep it with --login-page existing, or choose another path`;
    clashes.push({ keys: ['loginPath', 'loginPage'], text });
  }
  // A path that only running code knows may be any.
  const isUnknown = project.framework.unknownPaths.length > 0;
  if (loginPage === 'existing' && !isUnknown && !mayHavePage(project, loginPath)) {
    const text = `loginPath: the app has no route "${loginPath}" to use as its login page; it has ${pathsOf(project)}`;
    clashes.push({ keys: ['loginPath', 'loginPage'], text });
  }
  if (isTaken(project, unlockPath)) {
    const text = `unlockPath: the app has a route "${unlockPath}" already; choose another, e.g. --unlock-path vault-${unlockPath}`;
    clashes.push({ keys: ['unlockPath'], text });
  }
  if (accountPage && isTaken(project, accountPath)) {
    const text = `accountPath: the app has a route "${accountPath}" already; choose another, e.g. --account-path vault-${accountPath}`;
    clashes.push({ keys: ['accountPath'], text });
  }
  return clashes;
}

function checkGuards({ guardedRoutes, loginPath, unlockPath }: Options, project: Project): Clash[] {
  const clashes: Clash[] = [];
  const pages = new Set(ownPages(project));
  for (const path of guardedRoutes) {
    const isLogin = path === loginPath && routesToGuard(project, loginPath)(path).length === 0;
    if (isLogin || path === unlockPath || isForSignedOutUsers(path)) {
      const text = `guardedRoutes: "${path}" is for people who are not signed in; a guard there locks everybody out`;
      clashes.push({ keys: ['guardedRoutes', 'loginPath', 'unlockPath'], text });
    } else if (!pages.has(path)) {
      const text = `guardedRoutes: the app has no route "${path}" with a page; it has ${pathsOf(project)}`;
      clashes.push({ keys: ['guardedRoutes'], text });
    }
  }
  return clashes;
}

/** Enough to find the right one in; an app may have hundreds. */
const shownPaths = 20;

function pathsOf(project: Project): string {
  const pages = ownPages(project);
  const more = pages.length > shownPaths ? ` and ${String(pages.length - shownPaths)} more` : '';
  const shown = pages.slice(0, shownPaths).map((path) => `"${path}"`);
  return pages.length === 0 ? 'none' : `${shown.join(', ')}${more}`;
}

function checkCodeDir({ codeDir }: Options, { framework }: Project): Clash[] {
  const { sourceRoot, libraries = [] } = framework;
  const isBelow = (folder: string) => `${codeDir}/`.startsWith(`${folder}/`);
  if (sourceRoot === '' || [sourceRoot, ...libraries].some(isBelow)) return [];
  const text = `codeDir: "${codeDir}" is outside the sources of the app; choose a folder below ${sourceRoot}/ with --code-dir`;
  return [{ keys: ['codeDir'], text }];
}

/** The names that options give to things in the generated code, in the order of the catalog. */
function checkNames(options: Options, project: Project): Clash[] {
  const named = optionsFor(project)
    .filter(({ names }) => names !== undefined)
    .map(({ key, kind }) => ({ key, name: kind.print(options[key]) }));
  const clashes: Clash[] = [];
  for (const [index, { key, name }] of named.entries()) {
    const earlier = named.slice(0, index).find((other) => className(other.name) === className(name));
    const isCheck = name === `is${options.sessionName}`;
    if (earlier === undefined && !isCheck) continue;
    const other = earlier?.key ?? 'sessionName';
    const owner = isCheck ? 'the function that checks a session' : other;
    const text = `${key}: "${name}" is the name of ${owner} too; choose another with --${flagName(key)}`;
    clashes.push({ keys: [key, other], text });
  }
  return clashes;
}
