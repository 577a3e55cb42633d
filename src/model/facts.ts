import type { CodeAnchor } from './edit.ts';
import type { AppPath } from './tree.ts';

/** A static route of the app, in the order the router tries them. */
export interface RouteFact {
  /** As written, without a leading slash. */
  readonly path: string;
  readonly redirectTo?: string;
  readonly guards: readonly string[];
  /** Paths of the pages below it that are written in place, as they stand there. */
  readonly children?: readonly string[];
  /** Whether more pages are below it that were not read: a module or other routes, loaded when they are needed. */
  readonly isLazy?: boolean;
  readonly line: number;
  /** The array it stands in, where that is not the one the router starts with. */
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
  /** Source root of the project, e.g. `src`. */
  readonly sourceRoot: AppPath;
  /** The folder of the code that the app's authors write: generated code goes below it. */
  readonly codeRoot: AppPath;
  readonly entryFile: AppPath;
  /** Whether the routes could be followed: where they couldn't, nothing can be said about a path. */
  readonly areRoutesKnown: boolean;
  readonly routes: readonly RouteFact[];
  /** Origins of URL literals in the files where apps of the framework keep addresses, in file order. */
  readonly apiOrigins: readonly OriginFact[];
  /** Those files as a person names them, e.g. `.env*`. */
  readonly originFiles: string;
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
