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

/** Facts about the app's framework; `edits` anchors are data, so that a plan can be printed. */
export interface FrameworkFacts {
  readonly id: 'angular';
  readonly major: number;
  /** The chosen project of angular.json. */
  readonly project: string;
  /** Source root of the project, e.g. `src`. */
  readonly sourceRoot: AppPath;
  readonly entryFile: AppPath;
  readonly wiring: Wiring;
  readonly routes: readonly RouteFact[];
  /** Origins of URL literals in `environment*.ts`, in file order. */
  readonly apiOrigins: readonly OriginFact[];
}

export interface AnchoredFile {
  readonly path: AppPath;
  readonly anchor: CodeAnchor;
  /** Names used there that were followed to their end: they provide no HttpClient. */
  readonly clear?: readonly string[];
}

/** How the app is put together: where its providers and routes are written, or why they can't be followed. */
export interface Wiring {
  /** What the entry file starts: a standalone component, or an NgModule. */
  readonly bootstrap: 'standalone' | 'ngmodule';
  /** Which of Ionic's components the app has set up; absent where both are, or neither was found. */
  readonly ionic?: 'standalone' | 'module';
  /** What provides HttpClient; `unset` where everything was followed and nothing does. */
  readonly httpClient: 'function' | 'module' | 'unset';
  /** Where an interceptor is provided that HttpClient runs. */
  readonly providers: AnchoredFile | ManualReason;
  /** The root NgModule, where `HttpClientModule` is imported there, or shall be; only of apps without `provideHttpClient()`. */
  readonly httpClientModule?: AnchoredFile;
  readonly routes: AnchoredFile | ManualReason;
}

/** A shape that can't be followed: the file and line where it was lost, and why. */
export interface ManualReason {
  readonly path: AppPath;
  readonly line: number;
  readonly reason: string;
}
