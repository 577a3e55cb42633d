import type { AppPath } from './tree.ts';

/** Where the projects of a root are declared. */
export interface Declarations {
  /** Folders that may have a declaration of their own (Nx's `project.json`). */
  readonly folders: readonly AppPath[];
  /** The root as the workspace's paths name it: `''`, or `apps/mobile` for a package with its dependencies there. */
  readonly prefix: AppPath;
}

/** One buildable application below the root. */
export interface AppProject {
  readonly name: string;
  /** The project's own folder. */
  readonly folder: AppPath;
  readonly sourceRoot: AppPath;
  readonly entryFile: AppPath;
  /** What its build target compiles by, where the target says it. */
  readonly tsConfig?: AppPath;
  /** The file it is declared in. */
  readonly declaredIn: AppPath;
  /** Is that a file at the root which lists every project, and not one in the project's own folder? */
  readonly isListed: boolean;
}
