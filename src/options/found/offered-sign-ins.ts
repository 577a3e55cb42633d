import type { Project } from '../../model/project.ts';
import type { OfferedAnswer, OneOffer } from '../offer.ts';
import { isTaken, mayHavePage } from './own-routes.ts';
import { hintOnUnread, nameOfPage } from './page-list.ts';
import { everyRoute, isPlain, pageRoutes, routesShowing } from './route-tree.ts';
import { likelySignIns } from './sign-in.ts';

interface Pages {
  readonly loginPage: 'generate' | 'existing';
  readonly loginPath: string;
  readonly unlockPath: string;
}

/** The pages where users may sign in, the page that would be generated, then all others: a long list hides its end. */
export function offerSignIns(options: Pages, project: Project): OneOffer {
  const found = likelySignIns(project).map((one) => one.path);
  const others = plainPages(project).filter((path) => !found.includes(path) && path !== options.unlockPath);
  const isListed = options.loginPage === 'generate' || [...found, ...others].includes(options.loginPath);
  return {
    kind: 'one',
    title: 'Where users sign in',
    hint: ['A page of the app has to call login(session) after signing in: the run says where.', hintOnUnread(project)]
      .filter((text) => text !== '')
      .join(' '),
    answers: [
      ...found.map((path) => existing(path, project)),
      generated(options, project),
      ...(mayBeUnread(project) || !isListed ? [another(isListed ? '' : options.loginPath || '/')] : []),
      ...others.map((path) => existing(path, project)),
    ],
  };
}

/** Pages that can be gone to as they stand. */
function plainPages(project: Project): string[] {
  const { routes } = project.framework;
  const shown = pageRoutes(routes).filter(({ path, children = [], isLazy }) => {
    const isShown =
      children.length === 0 || isLazy === true || pageRoutes(children).some((child) => child.path === path);
    return isShown && isPlain(path);
  });
  return [...new Set(shown.map(({ path }) => path))].filter((path) => mayHavePage(project, path));
}

function existing(path: string, project: Project): OfferedAnswer {
  const [page] = routesShowing(project.framework.routes, path).flatMap((route) => route.page ?? []);
  const likely = likelySignIns(project).find((one) => one.path === path);
  const why = likely === undefined ? [] : [likely.why, ...(page === undefined ? [] : [`${page.path}.`])];
  return {
    name: nameOfPage(path),
    ...(why.length === 0 ? {} : { description: why.join(' ') }),
    gives: { loginPage: 'existing', loginPath: path },
  };
}

function mayBeUnread({ framework }: Project): boolean {
  const isPart = !framework.areRoutesKnown || framework.unknownPaths.length > 0;
  return isPart || everyRoute(framework.routes).some(({ isLazy }) => isLazy === true);
}

function another(current: string): OfferedAnswer {
  return {
    name: 'Another page of the app',
    description: 'One that could not be read: you type its path.',
    gives: { loginPage: 'existing' },
    typed: { title: 'Path of the sign-in page', hint: 'Like account/login, or / for the start of the app.', current },
  };
}

function generated({ loginPage, loginPath, unlockPath }: Pages, project: Project): OfferedAnswer {
  const names = ['login', 'sign-in', 'vault-login', 'identity-login'];
  const free = names.find((path) => path !== unlockPath && !isTaken(project, path));
  return {
    name: 'Generate a new login page',
    description: 'User name and password, posted to the first API origin.',
    gives: { loginPage: 'generate' },
    typed: {
      title: 'Path of the new login page',
      hint: 'Users who are not signed in are sent there.',
      current: loginPage === 'generate' ? loginPath : (free ?? ''),
    },
  };
}
