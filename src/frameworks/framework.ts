import type { CodeRecipe } from '../code/edit-code.ts';
import type { AppProject, Declarations } from '../model/app-project.ts';
import type { BuildAddresses } from '../model/build-addresses.ts';
import type { Edit } from '../model/edit.ts';
import type { FactsBase } from '../model/facts.ts';
import type { FollowUp } from '../model/follow-up.ts';
import type { Access, Note } from '../model/plan.ts';
import type { Project } from '../model/project.ts';
import type { AppPath, Tree } from '../model/tree.ts';
import type { AnyOption } from '../options/option.ts';
import type { Options } from '../options/options.ts';
import type { Dependencies, Refusal, Refused } from './refusal.ts';

/** What a framework wants changed, and what a person has to know of it. */
export interface Wanted {
  readonly edits: readonly Edit[];
  readonly notes: readonly Note[];
  /** Which pages are guarded and which stay open, where the routes are known. */
  readonly access?: Access;
  /** What only a person can change, once the rest is written; none where absent. */
  readonly followUps?: readonly FollowUp[];
}

/** A version below which the generated code does not work: it is written with `--allow-unsupported` only. */
export interface MinimumVersion {
  readonly package: string;
  /** As people write it: `RxJS`. */
  readonly title: string;
  readonly major: number;
  /** What needs it, with the version: `the generated service needs 7.2`. */
  readonly need: string;
  /** How to update. */
  readonly guide: string;
}

/** A compiler that checks the types of an app: the package that brings it, and its program. */
export interface TypeChecker {
  readonly package: string;
  readonly bin: string;
}

/** One fact about an app that `info` tells: a member of its document, and what the published schema says of it. */
export interface AppFact<F extends FactsBase = FactsBase> {
  readonly key: string;
  /** What it is: a sentence. */
  readonly what: string;
  /** The words it is one of, with what each means; it is any text where absent. */
  readonly words?: Readonly<Record<string, string>>;
  tell(facts: F): string;
}

/**
 * One framework: how an app of it is recognised and read, and what a set-up adds to it. Everything the tool knows of a
 * framework is here and in its templates.
 *
 * The command line is built from it, `--help` included, so what is heavy is loaded by the methods that need it.
 * They are methods, not properties, so that a framework with facts and options of its own fits where any framework does.
 */
export interface Framework<F extends FactsBase = FactsBase, O extends Options = Options> {
  readonly id: F['id'];
  /** As people write it. */
  readonly title: string;
  /** Ionic's package for it: the dependency that makes an app one of this framework's. */
  readonly ionicPackage: string;
  /** The packages whose installed version the tool decides by. */
  readonly versionedPackages: readonly string[];
  readonly minimumVersions: readonly MinimumVersion[];
  /** Checks more of an app than TypeScript's own compiler does, which is taken where it is absent or not installed. */
  readonly typeChecker?: TypeChecker;
  /** Names of files that an app of this framework has in its folder and a library has not. */
  readonly ownFiles: RegExp;
  /** Relatives of this framework that are told apart before anything else is judged. */
  readonly refusals: readonly Refusal[];
  /** Names that the generated code uses itself: an option can't give them to something else. */
  readonly reservedNames: ReadonlySet<string>;
  /** The options that only apps of this framework have, in the order of identity-vault.config.json; `O` has them too. */
  readonly options: readonly AnyOption[];
  /** What `info` tells besides the facts that all frameworks share. */
  readonly appFacts: readonly AppFact<F>[];
  /** What a generated file is for, in a few words; nothing where its name doesn't say so. */
  readonly purposeOf: (path: AppPath) => string | undefined;
  /** How its code edits are made, by the second half of `<framework>/<recipe>`; loaded when the first is made. */
  readonly recipes: Readonly<Record<string, () => Promise<CodeRecipe>>>;

  /** The applications declared below the root, whether they use Ionic or not. */
  projects(tree: Tree, declarations: Declarations): Promise<readonly AppProject[]>;
  /** What to say of a root that lists {@link ionicPackage} and declares no application. */
  missingProject(files: readonly string[]): Refused;
  /** Does its code use Ionic? Asked only where there are several: a look at the first files, no more. */
  isIonic(tree: Tree, project: AppProject): Promise<boolean>;
  /** @throws CliError `UNSUPPORTED` when the app's shape is not one the tool can work on. */
  inspect(tree: Tree, dependencies: Dependencies, project: AppProject): Promise<F>;
  want(project: Project & { readonly framework: F }, options: O): Promise<Wanted>;
  /** What each build talks to, as `info` tells it; absent where builds don't differ. */
  addresses?(facts: F, options: O): Promise<readonly BuildAddresses[]>;
}
