import type { AppPath } from './tree.ts';

/** Where in a source file an object or array literal stands. */
export type CodeAnchor =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'call'; readonly callee: string; readonly argument: number }
  /** The argument of a class's decorator, both as written: `@NgModule({…}) class AppModule`. */
  | { readonly kind: 'decorator'; readonly className: string; readonly decorator: string };

/** An import an inserted expression needs: `import { name } from <file or package>`. */
export interface NeededImport {
  readonly name: string;
  /** App path of a source file without extension, or a package name. */
  readonly from: { readonly file: AppPath } | { readonly package: string };
}

interface EditBase {
  /** Stable and unique in a plan, e.g. `route:login`; names the step in messages and in the state. */
  readonly id: string;
  readonly path: AppPath;
}

/** A file that is ours alone, rendered from a template file. */
export interface TemplateEdit extends EditBase {
  readonly kind: 'template';
  /** Path below `templates/`, e.g. `angular/identity.service.ts.ejs`. */
  readonly template: string;
  /** Plain substitutions; literals are already spelled by `literal()`. */
  readonly values: Readonly<Record<string, string>>;
}

/** Adds functional interceptors to `provideHttpClient(withInterceptors([…]))`, last; adds the calls where absent. */
export interface InterceptorEdit extends EditBase {
  readonly kind: 'interceptor';
  /** The object literal that has (or shall have) `providers`. */
  readonly anchor: CodeAnchor;
  readonly interceptor: NeededImport;
  /** Names in the file that are known to provide no HttpClient; one that isn't may hide it. */
  readonly clear?: readonly string[];
}

/** Adds `{ provide: token, useClass, multi: true }` to `providers`, last; adds the list where absent. */
export interface ProviderEdit extends EditBase {
  readonly kind: 'provider';
  /** The object literal that has (or shall have) `providers`, or the list itself. */
  readonly anchor: CodeAnchor;
  readonly token: NeededImport;
  readonly useClass: NeededImport;
}

/** Adds a module to the `imports` of an NgModule, last; adds the list where absent. */
export interface ModuleImportEdit extends EditBase {
  readonly kind: 'module-import';
  /** The object literal that has (or shall have) `imports`, or the list itself. */
  readonly anchor: CodeAnchor;
  readonly module: NeededImport;
}

/** Adds a lazy route before the first parameter or wildcard route of the array. */
export interface RouteEdit extends EditBase {
  readonly kind: 'route';
  readonly anchor: CodeAnchor;
  readonly routePath: string;
  /** A standalone component is loaded with `loadComponent`, an NgModule with routes of its own with `loadChildren`. */
  readonly loads: 'component' | 'module';
  readonly target: NeededImport;
}

/** Adds a guard, a function or a class, to `canActivate` of one route. */
export interface GuardEdit extends EditBase {
  readonly kind: 'guard';
  readonly anchor: CodeAnchor;
  readonly routePath: string;
  readonly guard: NeededImport;
}

/** Sets one string value in a JSON file; an object member is placed in alphabetical order where its siblings are sorted. */
export interface JsonEdit extends EditBase {
  readonly kind: 'json';
  readonly key: readonly string[];
  readonly value: string;
  /** A value that is there already stays; otherwise it is replaced. */
  readonly keep?: true;
}

/** Sets one string of an XML property list's root dictionary. */
export interface PlistEdit extends EditBase {
  readonly kind: 'plist';
  readonly key: string;
  readonly value: string;
  /** An existing value is kept unless this is true. */
  readonly replace: boolean;
}

/** The edit kinds that change a file of the app. */
export type AppEdit = InterceptorEdit | ProviderEdit | ModuleImportEdit | RouteEdit | GuardEdit | JsonEdit | PlistEdit;

export type Edit = TemplateEdit | AppEdit;

/** An edit that has to be made by hand: where, why, and the exact lines to add. */
export interface ManualStep {
  readonly id: string;
  readonly path: AppPath;
  /** 1-based. */
  readonly line: number;
  readonly reason: string;
  readonly lines: readonly string[];
  /** What the code has to use for the step to count as made. */
  readonly wants?: NeededImport;
}

/** The edited text (the same text when there was nothing to do), or the step left for a person. */
export type EditOutcome = { readonly text: string } | { readonly manual: ManualStep };

/** The import that shows an edit's wish to be met, however a person met it. */
export function neededBy(edit: AppEdit): NeededImport | undefined {
  switch (edit.kind) {
    case 'interceptor':
      return edit.interceptor;
    case 'provider':
      return edit.useClass;
    case 'module-import':
      return edit.module;
    case 'route':
      return edit.target;
    case 'guard':
      return edit.guard;
    default:
      return undefined;
  }
}
