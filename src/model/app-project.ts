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
  /** How its builds differ in the files they take; absent where nothing is said. */
  readonly builds?: Builds;
  /** The file it is declared in. */
  readonly declaredIn: AppPath;
  /** Is that a file at the root which lists every project, and not one in the project's own folder? */
  readonly isListed: boolean;
}

/** The configurations of a build, and which of them is taken when. */
export interface Builds {
  /** What each takes in the place of other files, by its name; one that replaces nothing has an empty list. */
  readonly replacements: Readonly<Record<string, readonly Replacement[]>>;
  /** Of a build that names none. */
  readonly usual: readonly string[];
  /** Of the development server, when it names none. */
  readonly served: readonly string[];
}

/** A file that a build takes in the place of another. */
export interface Replacement {
  readonly replace: AppPath;
  readonly by: AppPath;
}
