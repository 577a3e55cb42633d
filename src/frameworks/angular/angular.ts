import { detectAngular } from './read/detect.ts';
import { wantAngular } from './want.ts';
import { importsIonic, readProjects } from './read/workspace.ts';
import type { Framework } from '../framework.ts';

/** Ionic Angular, Angular 14 and newer: standalone apps and NgModule apps. */
export const angular: Framework = {
  id: 'angular',
  dependency: '@ionic/angular',
  projects: readProjects,
  isIonic: importsIonic,
  detect: detectAngular,
  want: wantAngular,
  recipes: {
    guard: async () => (await import('./edits/guard.ts')).guard,
    interceptor: async () => (await import('./edits/interceptor.ts')).interceptor,
    'module-import': async () => (await import('./edits/module-import.ts')).moduleImport,
    provider: async () => (await import('./edits/provider.ts')).provider,
    route: async () => (await import('./edits/route.ts')).route,
  },
};
