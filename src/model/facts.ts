import type { CodeAnchor } from './edit.ts';
import type { AppPath } from './tree.ts';

/** A guard of the app on one of its routes, and what is known of it by reading its code. */
export interface GuardFact {
  /** As written in the route: `authGuard`, `role('admin')`, `...canActivate(toLogin)`. */
  readonly text: string;
  /**
   * Equal for the same guard wherever it is used: its file and name, the arguments of a factory, and what it reads of the route's `data`;
   * the text where it can't be followed.
   */
  readonly id: string;
  readonly when: 'canActivate' | 'canActivateChild' | 'canMatch' | 'canLoad';
  /** Paths it redirects to, in the order of its code, without leading slash and query; empty where none is seen. */
  readonly sendsTo: readonly string[];
  /** Its declaration. */
  readonly at?: FilePosition;
  /** The app's own classes that it injects, and where they are declared. */
  readonly asks?: readonly AskedClass[];
  /** What it reads, itself or through the classes it asks, from stores that outlive the app. */
  readonly reads?: readonly StoredKey[];
}

/** Where an app keeps a value from one start to the next. */
export interface StoredKey {
  readonly store: 'localStorage' | 'sessionStorage' | 'Preferences';
  readonly key: string;
}

/** A class of the app and the file that declares it. */
export interface AskedClass {
  readonly name: string;
  readonly path: AppPath;
}

/** A line of a source file, 1-based. */
export interface FilePosition {
  readonly path: AppPath;
  readonly line: number;
}

/** A route of the app, in the order the router tries them. */
export interface RouteFact {
  /** From the router's root, without a leading slash; parameters and wildcards as written, constants by their values. */
  readonly path: string;
  /** From the root, without a leading slash; empty where it is the start page, or is computed. */
  readonly redirectTo?: string;
  readonly guards: readonly GuardFact[];
  /** The routes below it: in place, followed, or of one level of lazily loaded routes. */
  readonly children?: readonly RouteFact[];
  /** Whether more pages are below it that were not read. */
  readonly isLazy?: boolean;
  /** The file and class of the page it shows, where that can be told. */
  readonly page?: { readonly path: AppPath; readonly name: string };
  /** The route object. */
  readonly at: FilePosition;
  /**
   * How the object is found again below its place: the `path` of each route from the array down, as written. Literals
   * stand in single quotes, other expressions as their text, nothing where a route has no `path`.
   */
  readonly trail: readonly string[];
  /** The array that the trail starts in, where that is not the one the router starts with. */
  readonly place?: AnchoredFile | ManualReason;
}

/** An origin that the app's code names, whatever it is for. */
export interface OriginFact {
  readonly origin: string;
  /** The properties it is the value of, as `api.url`. */
  readonly keys: readonly string[];
}

/** What is known of every app, whatever its framework; each framework adds facts of its own. All of it can be printed. */
export interface FactsBase {
  /** The framework's own. */
  readonly id: string;
  readonly major: number;
  /** The project of the workspace that was chosen. */
  readonly project: string;
  /** Folders of other projects in which code of this one was followed, sorted: generated code may go there; none where absent. */
  readonly libraries?: readonly AppPath[];
  /** Source root of the project, e.g. `src`. */
  readonly sourceRoot: AppPath;
  /** The folder of the code that the app's authors write: generated code goes below it. */
  readonly codeRoot: AppPath;
  readonly entryFile: AppPath;
  /** What the app is compiled by; absent where none was found. */
  readonly tsConfig?: AppPath;
  /** Whether the routes could be followed: where they couldn't, nothing can be said about a path. */
  readonly areRoutesKnown: boolean;
  readonly routes: readonly RouteFact[];
  /** Routes whose path could not be computed: they are not among {@link routes}, nor are those below them. */
  readonly unknownPaths: readonly ManualReason[];
  /** Origins of URL literals in the files where apps of the framework keep addresses, in file order. */
  readonly apiOrigins: readonly OriginFact[];
  /** Those files as a person names them, e.g. `.env*`. */
  readonly originFiles: string;
  /** The workspace says that what is generated there has no tests. */
  readonly skipsTests?: boolean;
}

/** A file, and where in it an object or array literal stands. */
export interface AnchoredFile {
  readonly path: AppPath;
  readonly anchor: CodeAnchor;
}

/** A shape that can't be followed: the file and line where it was lost, and why. */
export interface ManualReason {
  readonly path: AppPath;
  readonly line: number;
  readonly reason: string;
}

export function isManualReason(value: object): value is ManualReason {
  return 'reason' in value;
}
