import { frameworkWith } from '../frameworks/find-framework.ts';
import type { GitState } from '../model/git-state.ts';
import type { Project } from '../model/project.ts';
import { wrapItem } from '../text/wrap.ts';
import type { Look } from './look.ts';

/** Before the first question: what was found, and what a person should know first. */
export function introduction(project: Project, git: GitState | undefined, { paint, width }: Look): string {
  const { packageName, framework, setup } = project;
  const name = packageName || framework.project;
  const isFirst = setup.configText === undefined;
  const title = isFirst ? `An identity vault for ${name}` : `The identity vault of ${name}`;
  const keys = isFirst ? 'Enter takes the value shown.' : 'Enter keeps the current value.';
  return [
    '',
    paint('bold', title),
    ...wrapItem('  ', found(project), width),
    ...wrapItem('  ', gitLine(git), width),
    ...wrapItem('  ', `${keys} Ctrl-C leaves without writing anything.`, width),
    '',
    '',
  ].join('\n');
}

/** The app in one line. */
export function found({ framework, ionicMajor, capacitor, packageManager, formatter, native }: Project): string {
  const { title } = frameworkWith(framework);
  const platforms = [...(native.ios ? ['iOS'] : []), ...(native.android ? ['Android'] : [])];
  return [
    `${title} ${String(framework.major)}`,
    `Ionic ${String(ionicMajor)}`,
    `Capacitor ${String(capacitor.major)}`,
    ...platforms,
    packageManager.name,
    formatter.kind === 'ready'
      ? formatter.formatter.id.replace('@', ' ').replace('prettier', 'Prettier')
      : 'no formatter',
  ].join(' · ');
}

function gitLine(git: GitState | undefined): string {
  if (git === undefined) return 'Git could not be asked: look at your own changes first.';
  if (git.kind === 'none') return 'Not in a Git repository: undo takes this run back, and nothing else does.';
  const { uncommitted } = git;
  if (uncommitted === 0) return 'Git: everything is committed, so git diff will show this run alone.';
  const files = uncommitted === 1 ? '1 file is' : `${String(uncommitted)} files are`;
  return `Git: ${files} not committed. Commit first, and git diff shows this run alone.`;
}
