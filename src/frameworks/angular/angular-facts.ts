import { CliError } from '../../model/errors.ts';
import type { Resolution } from '../../code/modules.ts';
import type { AnchoredFile, FactsBase, FilePosition, ManualReason } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import type { AppPath } from '../../model/tree.ts';

/** What is known of an Angular app. */
export interface AngularFacts extends FactsBase {
  readonly id: 'angular';
  readonly wiring: Wiring;
  /** The files of addresses of which each build takes one; empty where there is one for all builds, or none. */
  readonly environments: readonly Environment[];
  /** It looks as if the app read a file of settings when it starts. */
  readonly readsSettings: boolean;
  /** How the app's imports are found. */
  readonly resolution: Resolution;
  /** Below the application's own: what is requested with one may pass the interceptor by. */
  readonly ownClients: readonly OwnClient[];
  /** Pages are rendered on a server, or when the app is built. */
  readonly rendersOnServer: boolean;
  /** The extension of style sheets that the workspace asks for; absent where it says nothing. */
  readonly style?: string;
}

/** A file with an `environment`. The first of an app is the one that code imports; the others replace it. */
export interface Environment {
  readonly path: AppPath;
  /** The build configurations that take it. */
  readonly configurations: readonly string[];
  /** What its builds are for. */
  readonly use: 'production' | 'development' | 'other';
  /** It says `production: true`, as that of a staging build may. */
  readonly saysProduction: boolean;
  /** The origins that it names, whatever they are for. */
  readonly origins: readonly string[];
  /** Absent where it has none, or one that is not only the environments'. */
  readonly type?: EnvironmentType;
}

/** What else has to change for an environment of a type of its own to get one more member. */
export type EnvironmentType =
  /** An interface or an alias of the app, which only its environments have. */
  | { readonly kind: 'own'; readonly path: AppPath; readonly name: string }
  /** Its index signature admits no object: only a person can say what it is to be. */
  | { readonly kind: 'closed' };

/** An HttpClient of a page, of a route, or of a part of the app that is loaded lazily. */
export interface OwnClient extends FilePosition {
  /** `HttpClientModule`, or `provideHttpClient()` without `withRequestsMadeViaParent()`. */
  readonly by: 'module' | 'function';
  /** Whether it runs the application's interceptors that are classes, from Angular 15 on; none runs those that are functions. */
  readonly runsClasses: boolean;
}

/** @throws CliError `INTERNAL` for the facts of another framework, which nothing here is asked about. */
export function angularFacts(facts: FactsBase): AngularFacts {
  if (isAngular(facts)) return facts;
  throw new CliError('INTERNAL', `An app of the framework ${JSON.stringify(facts.id)} was taken for an Angular one.`);
}

function isAngular(facts: FactsBase): facts is AngularFacts {
  return facts.id === 'angular';
}

/** An app that was found to be an Angular one. */
export interface AngularProject extends Project {
  readonly framework: AngularFacts;
}

/** Where HttpClient's interceptors are provided. */
export interface HttpPlace extends AnchoredFile {
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
  readonly providers: HttpPlace | ManualReason;
  /** The root NgModule, where `HttpClientModule` is imported there, or shall be; only of apps without `provideHttpClient()`. */
  readonly httpClientModule?: AnchoredFile;
  readonly routes: AnchoredFile | ManualReason;
}
