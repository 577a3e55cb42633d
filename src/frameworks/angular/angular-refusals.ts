import { lists, type Refusal, type Refused } from '../refusal.ts';

/** What Ionic was built on before `@ionic/angular`. */
export const angularRefusals: readonly Refusal[] = [
  {
    matches: lists('ionic-angular'),
    message: 'This is an Ionic 3 app (ionic-angular).',
    hint: 'Move it to Ionic 7 or newer first: https://ionicframework.com/docs/updating/4-0',
  },
];

/** A workspace of libraries, or no workspace at all. */
export function missingProject(files: readonly string[]): Refused {
  if (files.includes('angular.json')) {
    return {
      message: 'angular.json has no application project with a build target: this is a workspace of libraries.',
      hint: 'Run the command in the folder of an app, or name it with --cwd.',
      where: { path: 'angular.json' },
    };
  }
  return {
    message: 'There is no angular.json beside package.json, and no project.json of Nx with an application.',
    hint: 'Run the command in the folder that has angular.json, or name it with --cwd.',
  };
}
