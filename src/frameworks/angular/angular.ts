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
};
