import { posix } from 'node:path';
import type { Command } from '../model/plan.ts';
import type { PackageManagerName, Project } from '../model/project.ts';
import { typedFor } from './package-manager-commands.ts';

/** What makes the app's packages and native projects follow its package.json. */
export function commandsFor(project: Project, manager: PackageManagerName, why: string): Command[] {
  const { native } = project;
  const install: Command = { id: 'install', argv: [manager, 'install'], why };
  if (!native.ios && !native.android) return [install];
  return [install, capacitorCommand(project, manager)];
}

/** `cap sync` fails on an app whose web assets are not built; `cap update` registers the plugin without them. */
function capacitorCommand({ capacitor, tree }: Project, manager: PackageManagerName): Command {
  const { webDir, folder } = capacitor;
  // The web assets may be outside the app: Nx builds into dist/ of the workspace.
  const built = webDir !== undefined && tree.list(posix.join(folder, webDir)).includes('index.html');
  const what = built ? 'sync' : 'update';
  const typed = [...(folder === '' ? [] : [`cd ${folder} &&`]), typedFor[manager].run, 'cap', what];
  return {
    id: `cap-${what}`,
    argv: ['cap', what],
    why: built
      ? 'brings the native projects in line'
      : 'brings the native projects in line; the web assets are not built yet',
    ...(folder === '' ? {} : { folder }),
    typed: typed.join(' '),
  };
}
