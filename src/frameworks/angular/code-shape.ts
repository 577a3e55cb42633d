import { className } from '../../options/class-name.ts';
import type { Project } from '../../model/project.ts';
import type { AppPath } from '../../model/tree.ts';
import type { AngularProject, Wiring } from './angular-facts.ts';
import type { AngularOptions } from './angular-options.ts';

/** The form of the generated code. */
export interface CodeShape {
  /** `module`: each page is declared in an NgModule of its own. */
  readonly pages: 'standalone' | 'module';
  /** Whose components the pages use: `module` is all of them, from `IonicModule`. Pages in NgModules have no other. */
  readonly ionic: 'standalone' | 'module';
  readonly interceptor: 'function' | 'class';
  readonly guard: 'function' | 'class';
}

/** What the templates depend on besides the options: majors of `@angular/core` and `@ionic/angular`, and the form of the code. */
export interface AngularVersions {
  readonly major: number;
  readonly ionicMajor: number;
  readonly shape: CodeShape;
  readonly rendersOnServer?: boolean;
  /** Where the addresses of a build come from; constants where it is absent. */
  readonly addresses?: AddressSource;
  /** The file with the `environment` that code imports. */
  readonly environmentFile?: AppPath;
  /** The extension of style sheets; `scss` where it is absent. */
  readonly style?: StyleExtension;
}

/** `provided`: by the app, which reads them when it starts. */
export type AddressSource = 'environment' | 'constants' | 'provided';

export type StyleExtension = 'scss' | 'css' | 'less';

/** What the workspace asks for, in the form the templates can have; what an earlier run chose stays. */
export function styleOf({ framework, setup }: Pick<AngularProject, 'framework' | 'setup'>): StyleExtension {
  const paths = Object.keys(setup.state?.files ?? {});
  const extensions: readonly StyleExtension[] = ['scss', 'css', 'less'];
  const earlier = extensions.find((one) => paths.some((path) => path.endsWith(`/unlock/unlock.page.${one}`)));
  const wanted = extensions.find((one) => one === framework.style);
  // `none`: every builder takes plain CSS. The indented `sass` has its own syntax, and comes with SCSS.
  return earlier ?? wanted ?? (framework.style === 'none' ? 'css' : 'scss');
}

/** Guards and interceptors are functions from this major on, where HttpClient runs them. */
const firstMajorWithFunctions = 15;

/** Since when Ionic has `@ionic/angular/standalone`. */
const firstWithStandalone = [7, 5] as const;

/** Whether the app's Ionic has standalone components; `assumed` where only a range says it, which older ones fit, too. */
export function standaloneIonic({ dependencies }: Pick<Project, 'dependencies'>): 'yes' | 'no' | 'assumed' {
  const { installed, locked, range = '' } = dependencies.get('@ionic/angular') ?? {};
  const known = installed ?? locked ?? range;
  const [, operator = '', major, minor] = /^(\D*)(\d+)(?:\.(\d+))?/.exec(known) ?? [];
  const [firstMajor, firstMinor] = firstWithStandalone;
  if (major === undefined || Number(major) > firstMajor) return 'yes';
  if (Number(major) === firstMajor && Number(minor ?? 0) >= firstMinor) return 'yes';
  const reaches = Number(major) === firstMajor && (operator.includes('^') || minor === undefined);
  return reaches || operator.includes('>') ? 'assumed' : 'no';
}

type ShapedProject = Pick<AngularProject, 'framework' | 'dependencies' | 'setup'>;

/** Follows from how the app is put together, and from its Angular. */
export function shapeOf(project: ShapedProject): CodeShape {
  const { major, wiring } = project.framework;
  const guard = major < firstMajorWithFunctions ? 'class' : 'function';
  return {
    ...pagesOf(project),
    // HttpClientModule never runs functional interceptors.
    interceptor: wiring.httpClient === 'module' ? 'class' : guard,
    guard,
  };
}

/** Pages are what the app is made of: NgModules, or standalone components. What an earlier run chose stays. */
function pagesOf({ framework, dependencies, setup }: ShapedProject): Pick<CodeShape, 'pages' | 'ionic'> {
  const { major, wiring } = framework;
  const wroteModules = Object.keys(setup.state?.files ?? {}).some((path) => path.endsWith('/unlock/unlock.module.ts'));
  const standalone = standaloneIonic({ dependencies });
  // Where the version isn't known, as in CI before an installation, an earlier run's word holds.
  const needsModule = standalone === 'no' || (standalone === 'assumed' && wroteModules);
  const ionic = needsModule ? 'module' : ionicOf(major, wiring);
  if (ionic === 'standalone') return { ionic, pages: 'standalone' };
  return { ionic, pages: wiring.bootstrap === 'ngmodule' || wroteModules ? 'module' : 'standalone' };
}

/** Pages use the components of Ionic that the app has set up: the others would stay empty elements. */
function ionicOf(major: number, { bootstrap, ionic }: Wiring): CodeShape['ionic'] {
  const usual = bootstrap === 'ngmodule' ? 'module' : 'standalone';
  return major < firstMajorWithFunctions ? usual : (ionic ?? usual);
}

/** What the app's own code imports of the generated code: names in the form it has. */
export interface CodeNames {
  readonly interceptorName: string;
  readonly guardName: string;
  /** The guard of a reused sign-in page, in the file of the other. */
  readonly unlockGuardName: string;
  /** The guard of the generated pages to sign in and to unlock, in that file, too. */
  readonly resumeGuardName: string;
}

/** The names of what is generated, in the form it has. */
export function codeNames(
  { interceptorName, guardName }: Pick<AngularOptions, 'interceptorName' | 'guardName'>,
  shape: CodeShape,
): CodeNames {
  const inGuard = (name: string) => (shape.guard === 'class' ? className(name) : name);
  return {
    interceptorName: shape.interceptor === 'class' ? className(interceptorName) : interceptorName,
    guardName: inGuard(guardName),
    unlockGuardName: inGuard('unlockGuard'),
    resumeGuardName: inGuard('resumeGuard'),
  };
}
