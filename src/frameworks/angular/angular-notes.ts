import type { AngularOptions } from './angular-options.ts';
import type { Note } from '../../model/plan.ts';
import type { Project } from '../../model/project.ts';
import type { AngularProject } from './angular-facts.ts';
import { standaloneIonic, type CodeShape } from './code-shape.ts';

/** What the app's authors have to check. */
export function angularNotes(project: AngularProject, options: AngularOptions, shape: CodeShape): Note[] {
  return [...serverNotes(project, options), ...versionNotes(project, shape), ...accountNotes(options)];
}

function serverNotes({ framework }: AngularProject, { guardName }: AngularOptions): Note[] {
  if (!framework.rendersOnServer) return [];
  const text =
    `This app is rendered on a server, or when it is built. There is no vault there: ${guardName} lets every page pass, and ` +
    'requests carry no token. So a guarded page must show nothing there that is not for everybody. In the browser the guard decides.';
  return [{ code: 'rendered-on-server', text }];
}

function versionNotes(project: Project, { ionic }: CodeShape): Note[] {
  if (ionic === 'module' || standaloneIonic(project) !== 'assumed') return [];
  const text =
    'The generated pages need Ionic 7.5 or newer (@ionic/angular/standalone). The range in package.json allows older ones, ' +
    'and the version is not known: check it after installing.';
  return [{ code: 'ionic-version-assumed', text }];
}

function accountNotes({ accountPage, accountPath }: AngularOptions): Note[] {
  if (!accountPage) return [];
  const text = `The account page is at /${accountPath}. Link it from your app, for example with routerLink="/${accountPath}".`;
  return [{ code: 'account-page', text }];
}
