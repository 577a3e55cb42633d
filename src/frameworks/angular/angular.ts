import type { Framework } from '../framework.ts';
import { angularAppFacts } from './angular-app-facts.ts';
import type { AngularFacts } from './angular-facts.ts';
import { angularOptions, type AngularOptions } from './angular-options.ts';
import { angularRefusals, missingProject } from './angular-refusals.ts';
import { purposeOf } from './purposes.ts';
import { reservedNames } from './reserved-names.ts';

/** Ionic Angular, Angular 14 and newer: standalone apps and NgModule apps. */
export const angular: Framework<AngularFacts, AngularOptions> = {
  id: 'angular',
  title: 'Angular',
  ionicPackage: '@ionic/angular',
  versionedPackages: ['@angular/core', '@ionic/angular'],
  minimumVersions: [
    {
      package: 'rxjs',
      title: 'RxJS',
      major: 7,
      need: 'the generated service needs 7.2',
      guide: 'https://rxjs.dev/deprecations/breaking-changes',
    },
  ],
  // Checks the templates too.
  typeChecker: { package: '@angular/compiler-cli', bin: 'ngc' },
  ownFiles: /^angular\.json$/,
  refusals: angularRefusals,
  reservedNames,
  options: angularOptions,
  appFacts: angularAppFacts,
  purposeOf,
  recipes: {
    environment: async () => (await import('./edits/environment.ts')).environment,
    'environment-type': async () => (await import('./edits/environment-type.ts')).environmentType,
    guard: async () => (await import('./edits/guard.ts')).guard,
    interceptor: async () => (await import('./edits/interceptor.ts')).interceptor,
    'module-import': async () => (await import('./edits/module-import.ts')).moduleImport,
    provider: async () => (await import('./edits/provider.ts')).provider,
    route: async () => (await import('./edits/route.ts')).route,
  },

  async projects(tree, declarations) {
    return (await import('./read/workspace.ts')).readProjects(tree, declarations);
  },
  missingProject,
  async isIonic(tree, project) {
    return (await import('./read/workspace.ts')).importsIonic(tree, project);
  },
  async inspect(tree, dependencies, project) {
    return (await import('./read/inspect-angular.ts')).inspectAngular(tree, dependencies, project);
  },
  async want(project, options) {
    return (await import('./want.ts')).wantAngular(project, options);
  },
  async addresses(facts, options) {
    return (await import('./list-addresses.ts')).listAddresses(facts, options);
  },
};
