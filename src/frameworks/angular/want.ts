import type { Edit, ManualStep, NeededImport } from '../../model/edit.ts';
import { className } from '../../options/class-name.ts';
import type { AnchoredFile, ManualReason, RouteFact } from '../../model/facts.ts';
import type { AppPath } from '../../model/tree.ts';
import type { Wanted } from '../framework.ts';
import type { AngularProject, Wiring } from './angular-facts.ts';
import { angularNotes } from './angular-notes.ts';
import type { AngularOptions } from './angular-options.ts';
import { codeNames, shapeOf, type CodeShape } from './code-shape.ts';
import { angularFiles } from './files.ts';
import {
  classInterceptorLines,
  guardLines,
  httpClientLines,
  HTTP_INTERCEPTORS,
  HttpClientModule,
  importLine,
  interceptorLines,
  routeLines,
} from './manual-lines.ts';

/** A change to the app's wiring: the edit when its place is known, the lines for a person when it isn't. */
interface Step {
  readonly id: string;
  readonly place: AnchoredFile | ManualReason;
  readonly edit: (place: AnchoredFile) => Edit;
  readonly wants: NeededImport;
  readonly lines: (path: AppPath) => readonly string[];
}

/** Everything an Angular app gets: generated files, the interceptor, routes and guards. */
export function wantAngular(project: AngularProject, options: AngularOptions): Wanted {
  const { framework, ionicMajor } = project;
  const { wiring, routes } = framework;
  const app: App = { wiring, routes, options, shape: shapeOf(project) };
  const steps = [
    ...httpSteps(app),
    ...pageSteps(app),
    ...options.guardedRoutes.map((routePath) => guardStep(app, routePath)),
  ];
  return {
    edits: [
      ...angularFiles(options, { major: framework.major, ionicMajor, shape: app.shape }),
      ...steps.flatMap(({ place, edit }) => (isReason(place) ? [] : [edit(place)])),
    ],
    manual: steps.flatMap(toManual),
    notes: angularNotes(project, options, app.shape),
  };
}

interface App {
  readonly wiring: Wiring;
  readonly routes: readonly RouteFact[];
  readonly options: AngularOptions;
  readonly shape: CodeShape;
}

function httpSteps({ wiring, options, shape }: App): Step[] {
  const interceptor = generated(options, codeNames(options, shape).interceptorName, 'auth.interceptor');
  const base = { id: 'interceptor', place: wiring.providers, wants: interceptor };
  if (shape.interceptor === 'function') {
    return [
      {
        ...base,
        edit: ({ path, anchor }) => ({
          kind: 'interceptor',
          id: base.id,
          path,
          anchor,
          interceptor,
          clear: isReason(wiring.providers) ? [] : (wiring.providers.clear ?? []),
        }),
        lines: (path) => interceptorLines(path, interceptor),
      },
    ];
  }
  return [
    ...(wiring.httpClientModule === undefined ? [] : [httpClientStep(wiring.httpClientModule)]),
    {
      ...base,
      edit: ({ path, anchor }) => ({
        kind: 'provider',
        id: base.id,
        path,
        anchor,
        token: HTTP_INTERCEPTORS,
        useClass: interceptor,
      }),
      lines: (path) => [
        ...classInterceptorLines(path, interceptor),
        ...(wiring.httpClient === 'unset' ? httpClientLines(path) : []),
      ],
    },
  ];
}

/** Also where the app has it: what an earlier run added there has to be asked for again. */
function httpClientStep(place: AnchoredFile): Step {
  const id = 'http-client';
  return {
    id,
    place,
    wants: HttpClientModule,
    edit: ({ path, anchor }) => ({ kind: 'module-import', id, path, anchor, module: HttpClientModule }),
    lines: httpClientLines,
  };
}

function pageSteps(app: App): Step[] {
  const { loginPage, loginPath, unlockPath } = app.options;
  const unlock = pageStep(app, unlockPath, 'unlock/unlock');
  return loginPage === 'generate' ? [pageStep(app, loginPath, 'login/login'), unlock] : [unlock];
}

function pageStep({ wiring, options, shape }: App, routePath: string, file: string): Step {
  const id = `route:${routePath}`;
  const name = `${className(file.split('/')[0] ?? '')}Page`;
  const page =
    shape.pages === 'module'
      ? ({ loads: 'module', target: generated(options, `${name}Module`, `${file}.module`) } as const)
      : ({ loads: 'component', target: generated(options, name, `${file}.page`) } as const);
  return {
    id,
    place: wiring.routes,
    wants: page.target,
    edit: ({ path, anchor }) => ({ kind: 'route', id, path, anchor, routePath, ...page }),
    lines: (path) => routeLines(path, { routePath, ...page }),
  };
}

function guardStep({ wiring, routes, options, shape }: App, routePath: string): Step {
  const id = `guard:${routePath}`;
  const guard = generated(options, codeNames(options, shape).guardName, 'auth.guard');
  return {
    id,
    place:
      routes.find(({ path, redirectTo }) => path === routePath && redirectTo === undefined)?.place ?? wiring.routes,
    wants: guard,
    edit: ({ path, anchor }) => ({ kind: 'guard', id, path, anchor, routePath, guard }),
    lines: (path) => [importLine(path, guard), ...guardLines(routePath, guard)],
  };
}

function generated(options: AngularOptions, name: string, file: string): NeededImport {
  return { name, from: { file: `${options.codeDir}/${file}` } };
}

function isReason(place: AnchoredFile | ManualReason): place is ManualReason {
  return 'reason' in place;
}

function toManual({ id, place, wants, lines }: Step): ManualStep[] {
  return isReason(place) ? [{ id, ...place, wants, lines: lines(place.path) }] : [];
}
