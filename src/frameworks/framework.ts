import type { Edit, ManualStep } from '../edits/edit.ts';
import type { Options } from '../options/options.ts';
import type { Dependency, FrameworkFacts, Note, Project, Tree } from '../types.ts';

export type Dependencies = ReadonlyMap<string, Dependency>;

/** What a framework wants changed: edits, and the steps known to be a person's. */
export interface Wanted {
  readonly edits: readonly Edit[];
  readonly manual: readonly ManualStep[];
  readonly notes: readonly Note[];
}

/** One framework: how an app of it is recognised and read, and what a set-up adds to it. */
export interface Framework {
  readonly id: FrameworkFacts['id'];
  /** The dependency that makes an app one of this framework's. */
  readonly dependency: string;
  /** @throws CliError `UNSUPPORTED` or `ANSWER_NEEDED` when the app's shape is not one we can work on. */
  detect(tree: Tree, dependencies: Dependencies, project: string | undefined): Promise<FrameworkFacts>;
  want(project: Project, options: Options): Wanted;
}
