import type { Options } from '../../options/options.ts';
import type { Note } from '../../model/plan.ts';
import type { Project } from '../../model/project.ts';
import { standaloneIonic, type CodeShape } from './code-shape.ts';

/** What is left for the app's authors to do or to check. */
export function angularNotes(project: Project, options: Options, shape: CodeShape): Note[] {
  return [...loginNotes(options), ...versionNotes(project, shape)];
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

function versionNotes(project: Project, { pages }: CodeShape): Note[] {
  if (pages === 'module' || standaloneIonic(project) !== 'assumed') return [];
  const text =
    'The generated pages need Ionic 7.5 or newer (@ionic/angular/standalone). The range in package.json allows older ones, ' +
    'and the version is not known: check it after installing.';
  return [{ code: 'ionic-version-assumed', text }];
}
