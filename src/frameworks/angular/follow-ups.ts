import type { NeededImport } from '../../model/edit.ts';
import type { RouteFact } from '../../model/facts.ts';
import type { FollowUp } from '../../model/follow-up.ts';
import type { AppPath } from '../../model/tree.ts';
import { modulesOf, type Modules } from '../../code/modules.ts';
import { ownRoutes } from '../../options/found/own-routes.ts';
import { everyRoute } from '../../options/found/route-tree.ts';
import { sessionMembers } from '../../options/session-members.ts';
import type { AngularProject } from './angular-facts.ts';
import type { AngularOptions } from './angular-options.ts';
import { hookFollowUp } from './hook-step.ts';
import { ownSession } from './own-session.ts';
import { lineOf, type AppClass } from './read/app-class.ts';
import { nearbyFiles } from './read/nearby-files.ts';
import { pageOf, readSignIn } from './read/sign-in.ts';
import { findSignOut, type SignOut } from './read/sign-out.ts';
import { signInLines } from './sign-in-step.ts';
import { useOf } from './use-service.ts';

/** What an app that keeps its own sign-in has to tell the vault, and what the vault has to tell the app. */
export function followUps(project: AngularProject, options: AngularOptions): FollowUp[] {
  if (options.loginPage === 'generate') return [];
  const { framework, tree } = project;
  const modules = modulesOf(tree, framework.resolution);
  const routes = everyRoute(ownRoutes(project));
  const route = routes.find(({ path, redirectTo }) => path === options.loginPath && redirectTo === undefined);
  const page = pageOf(modules, route);
  const signOut = findSignOut(modules, routes, { page, codeDir: options.codeDir });
  const app: App = { project, options, modules, routes, service: serviceOf(options) };
  return [
    ...signInFollowUp(app, route, page),
    ...(signOut === undefined ? [] : [signOutFollowUp(app, signOut)]),
    hookFollowUp(options, signOut, ownSession(app, options, signOut)),
  ];
}

interface App {
  readonly project: AngularProject;
  readonly options: AngularOptions;
  readonly modules: Modules;
  readonly routes: readonly RouteFact[];
  readonly service: NeededImport;
}

function serviceOf({ serviceName, codeDir }: AngularOptions): NeededImport {
  return { name: serviceName, from: { file: `${codeDir}/identity.service` } };
}

function signInFollowUp(app: App, route: RouteFact | undefined, page: AppClass | undefined): FollowUp[] {
  const { project, options, modules, service } = app;
  const isOidc = options.auth === 'oidc';
  const base = {
    id: 'sign-in',
    reason: isOidc
      ? `"${options.loginPath}" leads to the provider, which signs people in. Without it nobody comes past the guard.`
      : `Where "${options.loginPath}" has signed somebody in, the vault gets the session. Without it nobody comes past the guard.`,
    made: { kind: 'call', of: service, methods: [isOidc ? 'signIn' : 'login'] },
  } as const;
  if (page === undefined) return route === undefined ? [] : [{ ...base, ...unread(app, route) }];
  const files = filesNear(app, [page.path]);
  const signIn = readSignIn({ tree: project.tree, modules }, page, files);
  const { owner, method } = signIn;
  const line = method?.line ?? lineOf(owner);
  const lines = isOidc ? toProvider(useOf(service, owner)) : signInLines(signIn, service, options);
  return [{ ...base, path: owner.path, line, lines, files }];
}

/** In place of what the app does itself. */
function toProvider({ imports, field, name }: ReturnType<typeof useOf>): string[] {
  return [...imports, ...field, '// where people ask to sign in, in place of what is there:', `void ${name}.signIn();`];
}

/** The page could not be found from its route: the lines are the same. */
function unread(app: App, { at }: RouteFact): Pick<FollowUp, 'path' | 'line' | 'lines' | 'files'> {
  const { options, service } = app;
  const fields = ['username', 'token', ...sessionMembers(options).map(({ name }) => name)].join(', ');
  return {
    ...at,
    lines: [
      '// in the class of the page that this route shows:',
      `private readonly identity = inject(${service.name});`,
      ...(options.auth === 'oidc'
        ? ['// where people ask to sign in:', 'void this.identity.signIn();']
        : [
            '// as soon as the user is signed in, before another page is shown:',
            `await this.identity.login({ ${fields} });`,
          ]),
    ],
    files: filesNear(app, [at.path]),
  };
}

function filesNear({ project: { tree }, modules, options: { codeDir } }: App, starts: readonly AppPath[]): AppPath[] {
  return nearbyFiles({ tree, modules, codeDir }, starts);
}

function signOutFollowUp(app: App, { owner, method }: SignOut): FollowUp {
  const { routes, service, options } = app;
  const use = useOf(service, owner);
  const pages = routes.flatMap((route): AppPath[] => (route.page ? [route.page.path] : []));
  const own = pages.filter((path) => !path.startsWith(`${options.codeDir}/`));
  return {
    id: 'sign-out',
    path: owner.path,
    line: method.line,
    reason: 'Where the app signs out, the vault forgets the session. Without it the next person gets past the guard.',
    lines: [
      ...use.imports,
      ...use.field,
      `// in ${method.name}(), first:`,
      `${method.body.isAsync() ? 'await' : 'void'} ${use.name}.logout();`,
    ],
    made: { kind: 'call', of: service, methods: ['logout', 'signOut'] },
    files: [...new Set([...filesNear(app, [owner.path]), ...own])],
  };
}
