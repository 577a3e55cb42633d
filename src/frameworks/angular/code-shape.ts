import { className } from '../../options/class-name.ts';
import type { Options } from '../../options/options.ts';
import type { FrameworkFacts, Wiring } from '../../types.ts';

/** What the form of the generated code follows from, besides the options. */
export interface AngularApp {
  /** Major of `@angular/core`. */
  readonly major: number;
  readonly bootstrap: Wiring['bootstrap'];
  readonly httpClient: Wiring['httpClient'];
}

/** The form of the generated code. */
export interface CodeShape {
  /** `module`: each page is declared in an NgModule of its own. */
  readonly pages: 'standalone' | 'module';
  readonly interceptor: 'function' | 'class';
  readonly guard: 'function' | 'class';
}

/** Guards and interceptors are functions from this major on, where HttpClient runs them. */
const firstMajorWithFunctions = 15;

export function codeShape({ major, bootstrap, httpClient }: AngularApp): CodeShape {
  const guard = major < firstMajorWithFunctions ? 'class' : 'function';
  return {
    pages: bootstrap === 'ngmodule' ? 'module' : 'standalone',
    // HttpClientModule never runs functional interceptors.
    interceptor: httpClient === 'module' ? 'class' : guard,
    guard,
  };
}

export function shapeOf({ major, wiring }: FrameworkFacts): CodeShape {
  return codeShape({ major, bootstrap: wiring.bootstrap, httpClient: wiring.httpClient });
}

/** The names of what is generated, in the form it has. */
export function codeNames(
  { interceptorName, guardName }: Pick<Options, 'interceptorName' | 'guardName'>,
  shape: CodeShape,
): { readonly interceptorName: string; readonly guardName: string } {
  return {
    interceptorName: shape.interceptor === 'class' ? className(interceptorName) : interceptorName,
    guardName: shape.guard === 'class' ? className(guardName) : guardName,
  };
}
