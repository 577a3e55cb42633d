import { className } from '../../options/class-name.ts';
import type { Options } from '../../options/options.ts';
import type { FrameworkFacts, Wiring } from '../../types.ts';

/** The form of the generated code. */
export interface CodeShape {
  /** `module`: each page is declared in an NgModule of its own. */
  readonly pages: 'standalone' | 'module';
  readonly interceptor: 'function' | 'class';
  readonly guard: 'function' | 'class';
}

/** Guards and interceptors are functions from this major on, where HttpClient runs them. */
const firstMajorWithFunctions = 15;

/** Follows from how the app is put together, and from its Angular. */
export function shapeOf({ major, wiring }: Pick<FrameworkFacts, 'major' | 'wiring'>): CodeShape {
  const guard = major < firstMajorWithFunctions ? 'class' : 'function';
  return {
    pages: pagesOf(major, wiring),
    // HttpClientModule never runs functional interceptors.
    interceptor: wiring.httpClient === 'module' ? 'class' : guard,
    guard,
  };
}

/** Pages use the components of Ionic that the app has set up: the others would stay empty elements. */
function pagesOf(major: number, { bootstrap, ionic }: Wiring): CodeShape['pages'] {
  const usual = bootstrap === 'ngmodule' ? 'module' : 'standalone';
  return major < firstMajorWithFunctions ? usual : (ionic ?? usual);
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
