import type { CodeRecipe } from '../code/edit-code.ts';
import type { Edit } from '../model/edit.ts';
import type { Options } from '../options/options.ts';
import type { FrameworkFacts } from '../model/facts.ts';
import type { Note } from '../model/plan.ts';
import type { Dependency, Project } from '../model/project.ts';
import type { AppPath, Tree } from '../model/tree.ts';

export type Dependencies = ReadonlyMap<string, Dependency>;

/** What a framework wants changed, and what a person has to know of it. */
export interface Wanted {
  readonly edits: readonly Edit[];
  readonly notes: readonly Note[];
}

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
  /** The file it is declared in. */
  readonly declaredIn: AppPath;
}

/** One framework: how an app of it is recognised and read, and what a set-up adds to it. */
export interface Framework {
  readonly id: FrameworkFacts['id'];
  /** The dependency that makes an app one of this framework's. */
  readonly dependency: string;
  projects(tree: Tree, declarations: Declarations): readonly AppProject[];
  /** Does its code use Ionic? Asked only where there are several: a look at the first files, no more. */
  isIonic(tree: Tree, project: AppProject): boolean;
  /** @throws CliError `UNSUPPORTED` when the app's shape is not one we can work on. */
  detect(tree: Tree, dependencies: Dependencies, project: AppProject): Promise<FrameworkFacts>;
  want(project: Project, options: Options): Wanted;
  /** How its code edits are made, by the second half of `<framework>/<recipe>`; loaded when the first is made. */
  readonly recipes: Readonly<Record<string, () => Promise<CodeRecipe>>>;
}
