import { className } from '../../options/class-name.ts';
import type { NeededImport } from '../../model/edit.ts';
import { isManualReason, type AnchoredFile, type RouteFact } from '../../model/facts.ts';
import { accessOf } from '../../options/found/access.ts';
import { oidcSettings } from '../../options/oidc-settings.ts';
import type { Wanted } from '../framework.ts';
import type { AngularProject, Wiring } from './angular-facts.ts';
import { angularNotes } from './angular-notes.ts';
import type { AngularOptions } from './angular-options.ts';
import { codeFiles } from './code-files.ts';
import { codeNames, shapeOf, styleOf, type CodeShape } from './code-shape.ts';
import type { InterceptorEdit } from './edits/interceptor.ts';
import type { ModuleImportEdit } from './edits/module-import.ts';
import type { ProviderEdit } from './edits/provider.ts';
import type { RouteEdit } from './edits/route.ts';
import { addressEdits, addressPlace } from './address-edits.ts';
import { addressFollowUps, addressNotes } from './address-notes.ts';
import { followUps } from './follow-ups.ts';
import { angularFiles } from './files.ts';
import { generated, placeOf } from './edit-places.ts';
import { guardEdits } from './guard-edits.ts';
import { keepLibrariesApart } from './keep-libraries-apart.ts';
import { ownClientNotes } from './own-client-notes.ts';
import { writtenPaths } from './written-paths.ts';

const HTTP_INTERCEPTORS: NeededImport = { name: 'HTTP_INTERCEPTORS', from: { package: '@angular/common/http' } };
const HttpClientModule: NeededImport = { name: 'HttpClientModule', from: { package: '@angular/common/http' } };

/** Everything an Angular app gets: generated files, the interceptor, routes and guards. */
export function wantAngular(project: AngularProject, options: AngularOptions): Wanted {
  const { framework, ionicMajor } = project;
  const { wiring } = framework;
  const app: App = { wiring, routes: framework.routes, options, shape: shapeOf(project) };
  return {
    edits: keepLibrariesApart(
      [
        ...angularFiles(options, {
          major: framework.major,
          ionicMajor,
          shape: app.shape,
          rendersOnServer: framework.rendersOnServer,
          style: styleOf(project),
          ...addressPlace(project, options),
        }),
        ...addressEdits(project, options),
        ...httpEdits(app),
        ...guardEdits(project, options, app.shape),
        ...pageEdits(app),
      ],
      framework,
      options,
    ),
    access: accessOf(project, options),
    notes: [
      ...angularNotes(project, options, app.shape),
      ...addressNotes(framework, options),
      ...ownClientNotes(framework, codeNames(options, app.shape).interceptorName, app.shape),
    ],
    followUps: [...addressFollowUps(project, options), ...followUps(project, options)],
  };
}

interface App {
  readonly wiring: Wiring;
  readonly routes: readonly RouteFact[];
  readonly options: AngularOptions;
  readonly shape: CodeShape;
}

function httpEdits({ wiring, options, shape }: App): (InterceptorEdit | ProviderEdit | ModuleImportEdit)[] {
  const { providers, httpClientModule, httpClient } = wiring;
  const brings = generated(options, codeNames(options, shape).interceptorName, codeFiles(options).interceptorFile);
  const base = { kind: 'code', id: 'interceptor', ...placeOf(providers), brings } as const;
  if (shape.interceptor === 'function') {
    const clear = isManualReason(providers) ? undefined : providers.clear;
    return [{ ...base, recipe: 'angular/interceptor', with: clear === undefined ? {} : { clear } }];
  }
  const isUnset = isManualReason(providers) && httpClient === 'unset';
  return [
    ...(httpClientModule === undefined ? [] : [httpClientEdit(httpClientModule)]),
    {
      ...base,
      recipe: 'angular/provider',
      with: { token: HTTP_INTERCEPTORS, ...(isUnset ? { needs: [HttpClientModule] } : {}) },
    },
  ];
}

/** Also where the app has it: what an earlier run added there has to be asked for again. */
function httpClientEdit(place: AnchoredFile): ModuleImportEdit {
  return {
    kind: 'code',
    id: 'http-client',
    recipe: 'angular/module-import',
    ...placeOf(place),
    brings: HttpClientModule,
    with: {},
  };
}

function pageEdits(app: App): RouteEdit[] {
  const { loginPage, loginPath, unlockPath, accountPage, accountPath } = app.options;
  const { resumeGuardName, guardName } = codeNames(app.options, app.shape);
  const settings = oidcSettings(app.options);
  const login = { routePath: loginPath, title: 'Sign in', guardName: resumeGuardName };
  const unlock = { routePath: unlockPath, title: 'Unlock', guardName: resumeGuardName };
  const account = { routePath: accountPath, title: 'Account', guardName };
  return [
    ...(loginPage === 'generate' ? [pageEdit(app, login, 'login/login')] : []),
    ...(settings === undefined ? [] : [pageEdit(app, { ...login, routePath: settings.redirectPath }, 'login/login')]),
    pageEdit(app, unlock, 'unlock/unlock'),
    ...(accountPage ? [pageEdit(app, account, 'account/account')] : []),
  ];
}

interface Page extends Pick<RouteEdit['with'], 'routePath' | 'title'> {
  readonly guardName: string;
}

function pageEdit({ wiring, routes, options, shape }: App, { guardName, ...page }: Page, file: string): RouteEdit {
  const name = `${className(file.split('/')[0] ?? '')}Page`;
  const [loads, brings] =
    shape.pages === 'module'
      ? (['module', generated(options, `${name}Module`, `${file}.module`)] as const)
      : (['component', generated(options, name, `${file}.page`)] as const);
  const paths = writtenPaths(routes);
  const guard = generated(options, guardName, codeFiles(options).guardFile);
  return {
    kind: 'code',
    id: `route:${page.routePath}`,
    recipe: 'angular/route',
    ...placeOf(wiring.routes),
    brings,
    with: { ...page, loads, guard, ...(Object.keys(paths).length === 0 ? {} : { paths }) },
  };
}
