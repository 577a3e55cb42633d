import { CliError } from '../model/errors.ts';
import type { AppProject } from '../model/app-project.ts';
import type { Setup, Sibling } from '../model/project.ts';
import type { AppPath, Tree } from '../model/tree.ts';
import { configuredProject } from './app/configured-project.ts';
import { DiskTree } from './disk-tree.ts';
import type { Asked } from './app/asked.ts';
import { findApp, type Found } from './app/find-app.ts';
import { readSetup } from './open-set-up.ts';
import { hasSetUp, homeOf, projectsIn } from './app/projects-in.ts';
import type { Workspace } from './app/workspace.ts';

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
  const siblings = await readSiblings(tree, found);
  return { ...found, tree, setup: { ...setup, ...(siblings.length > 0 ? { siblings } : {}) } };
}

async function readSiblings(tree: Tree, { home, ...place }: Found): Promise<Sibling[]> {
  const projects = await projectsIn(place);
  const homes = projects.map((project) => homeOf(tree, project, projects.length > 1));
  return [...new Set(homes)]
    .filter((other) => other !== home && hasSetUp(tree, other))
    .map((other) => ({ home: other, ...readSibling(tree, other) }));
}

/** What is wrong with another app's state is for a run there to say. */
function readSibling(tree: Tree, home: AppPath): Pick<Sibling, 'state'> {
  try {
    const { state } = readSetup(tree, home);
    return state ? { state } : {};
  } catch (error) {
    if (error instanceof CliError) return {};
    throw error;
  }
}
