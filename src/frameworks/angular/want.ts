import type { Edit, ManualStep, NeededImport } from '../../edits/edit.ts';
import type { Options } from '../../options/options.ts';
import type { AnchoredFile, AppPath, ManualReason, Note, Project } from '../../types.ts';
import type { Wanted } from '../framework.ts';
import { angularFiles } from './files.ts';
import { importLine, interceptorLines, guardLines, routeLines } from './manual-lines.ts';

/** A change to the app's wiring: the edit when its place is known, the lines for a person when it isn't. */
interface Step {
  readonly id: string;
  readonly place: AnchoredFile | ManualReason;
  readonly edit: (place: AnchoredFile) => Edit;
  readonly wants: NeededImport;
  readonly lines: (path: AppPath) => readonly string[];
}

/** Everything an Angular app gets: generated files, the interceptor, routes and guards. */
export function wantAngular(project: Project, options: Options): Wanted {
  const { framework, ionicMajor } = project;
  const files = angularFiles(options, { major: framework.major, ionicMajor });
  const steps = [interceptorStep, ...pageSteps(options), ...options.guardedRoutes.map(guardStep)].map((make) =>
    make(project, options),
  );
  return {
    edits: [...files, ...steps.flatMap(({ place, edit }) => (isReason(place) ? [] : [edit(place)]))],
    manual: steps.flatMap(toManual),
    notes: loginNotes(options),
  };
}

type MakeStep = (project: Project, options: Options) => Step;

function interceptorStep({ framework }: Project, options: Options): Step {
  const interceptor = generated(options, options.interceptorName, 'auth.interceptor');
  return {
    id: 'interceptor',
    place: framework.wiring.providers,
    wants: interceptor,
    edit: ({ path, anchor, clear = [] }) => ({
      kind: 'interceptor',
      id: 'interceptor',
      path,
      anchor,
      interceptor,
      clear,
    }),
    lines: (path) => interceptorLines(path, interceptor),
  };
}

function pageSteps(options: Options): MakeStep[] {
  const unlock = pageStep(options.unlockPath, generated(options, 'UnlockPage', 'unlock/unlock.page'));
  const login = pageStep(options.loginPath, generated(options, 'LoginPage', 'login/login.page'));
  return options.loginPage === 'generate' ? [login, unlock] : [unlock];
}

function pageStep(routePath: string, component: NeededImport): MakeStep {
  const id = `route:${routePath}`;
  return ({ framework }) => ({
    id,
    place: framework.wiring.routes,
    wants: component,
    edit: ({ path, anchor }) => ({ kind: 'route', id, path, anchor, routePath, component }),
    lines: (path) => routeLines(path, routePath, component),
  });
}

function guardStep(routePath: string): MakeStep {
  const id = `guard:${routePath}`;
  return ({ framework }, options) => {
    const guard = generated(options, options.guardName, 'auth.guard');
    return {
      id,
      place: framework.wiring.routes,
      wants: guard,
      edit: ({ path, anchor }) => ({ kind: 'guard', id, path, anchor, routePath, guard }),
      lines: (path) => [importLine(path, guard), ...guardLines(routePath, guard)],
    };
  };
}

function generated(options: Options, name: string, file: string): NeededImport {
  return { name, from: { file: `${options.codeDir}/${file}` } };
}

function isReason(place: AnchoredFile | ManualReason): place is ManualReason {
  return 'reason' in place;
}

function toManual({ id, place, wants, lines }: Step): ManualStep[] {
  return isReason(place) ? [{ id, ...place, wants, lines: lines(place.path) }] : [];
}

function loginNotes(options: Options): Note[] {
  if (options.loginPage === 'generate') return [];
  return [
    {
      code: 'login-page-reused',
      text:
        `The route "${options.loginPath}" exists and is reused. After a successful login, store the session there: ` +
        `await inject(${options.serviceName}).login(session)`,
    },
  ];
}
