import type { Note } from '../../model/plan.ts';
import type { Project } from '../../model/project.ts';
import { standaloneIonic, type CodeShape } from './code-shape.ts';

/** What the app's authors have to check. */
export function angularNotes(project: Project, shape: CodeShape): Note[] {
  return versionNotes(project, shape);
}

function versionNotes(project: Project, { pages }: CodeShape): Note[] {
  if (pages === 'module' || standaloneIonic(project) !== 'assumed') return [];
  const text =
    'The generated pages need Ionic 7.5 or newer (@ionic/angular/standalone). The range in package.json allows older ones, ' +
    'and the version is not known: check it after installing.';
  return [{ code: 'ionic-version-assumed', text }];
}
