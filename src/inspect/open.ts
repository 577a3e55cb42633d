import type { AppProject } from '../frameworks/framework.ts';
import type { AppPath, Setup, Tree } from '../types.ts';
import { configuredProject } from './configured-project.ts';
import { DiskTree } from './disk-tree.ts';
import { findApp, type Asked } from './find-app.ts';
import { readSetup } from './open-set-up.ts';
import type { Workspace } from './workspace.ts';

/** The app and what an earlier run left there. */
export interface Opened {
  readonly root: string;
  readonly home: AppPath;
  readonly tree: Tree;
  readonly setup: Setup;
  /** The application that is built there, where one is declared. */
  readonly project?: AppProject;
  readonly workspace?: Workspace;
}

/** @throws CliError `UNSUPPORTED` when `folder` is in no app, `UNREADABLE` for a damaged state. */
export async function open(asked: Asked): Promise<Opened> {
  const found = await findApp(asked);
  const tree = new DiskTree(found.root);
  const setup = readSetup(tree, found.home);
  const configured = configuredProject(setup);
  // A project named in the configuration by hand is as good as one named on the command line.
  if (asked.project === undefined && found.project && configured !== undefined && configured !== found.project.name)
    return open({ ...asked, project: configured });
  return { ...found, tree, setup };
}
