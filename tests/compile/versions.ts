import { classInterceptor, component, type Miniature } from './projects.ts';

/** One Angular: how `ng new` of it configures the compiler, and a miniature app of it. */
export interface Version {
  readonly major: number;
  readonly compilerOptions: Readonly<Record<string, unknown>>;
  readonly miniature: Miniature;
}

const strict = {
  strict: true,
  noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  experimentalDecorators: true,
  useDefineForClassFields: false,
  moduleResolution: 'node',
  noEmit: true,
};
const es2022 = { ...strict, target: 'ES2022', module: 'ES2022', lib: ['ES2022', 'dom'] };

/** Generations that no app of the e2e suite has. Up to 15 `ng new` has the compiler check libraries' types, too. */
export const versions: readonly Version[] = [
  {
    major: 14,
    compilerOptions: { ...strict, target: 'ES2020', module: 'ES2020', lib: ['ES2020', 'dom'] },
    miniature: {
      project: 'angular-14-module',
      missing: {
        'app/app.component.ts': component('AppComponent', false),
        'app/home/home.module.ts': `import { NgModule } from '@angular/core';\n@NgModule()\nexport class HomePageModule {}\n`,
      },
      leftOut: ['main.ts'],
    },
  },
  {
    major: 15,
    compilerOptions: es2022,
    miniature: {
      project: 'angular-15-main',
      missing: {
        'app/app.component.ts': component('AppComponent', true),
        'app/legacy.interceptor.ts': classInterceptor('LegacyInterceptor'),
        'app/home/home.page.ts': component('HomePage', true),
        'app/login/login.page.ts': component('LoginPage', true),
      },
      leavesSteps: true,
    },
  },
  {
    major: 17,
    compilerOptions: { ...es2022, skipLibCheck: true, esModuleInterop: true },
    miniature: {
      project: 'angular-17-standalone-http-client-module',
      missing: {
        'app/app.component.ts': component('AppComponent', true),
        'app/locale.interceptor.ts': classInterceptor('LocaleInterceptor'),
        'app/trips.page.ts': component('TripsPage', true),
      },
    },
  },
  {
    major: 18,
    compilerOptions: { ...es2022, skipLibCheck: true, esModuleInterop: true, moduleResolution: 'bundler' },
    miniature: {
      project: 'angular-18-two-apps',
      folder: 'projects/staff',
      missing: {
        'app/app.component.ts': component('AppComponent', true),
        'app/orders.page.ts': component('OrdersPage', true),
        'app/terms.page.ts': component('TermsPage', true),
        'app/retry.interceptor.ts': `import type { HttpInterceptorFn } from '@angular/common/http';\nexport const retry: HttpInterceptorFn = (request, next) => next(request);\n`,
      },
    },
  },
];

/**
 * Every flag of the newest TypeScript and Angular that finds mistakes, but for two. `isolatedDeclarations` wants the type of
 * each property written, also `Signal<string>`, which nobody does in an app. `strictStandalone` forbids NgModules.
 */
export const strictest = {
  compilerOptions: {
    ...strict,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    allowUnreachableCode: false,
    allowUnusedLabels: false,
    forceConsistentCasingInFileNames: true,
    isolatedModules: true,
    noUncheckedSideEffectImports: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    target: 'ES2022',
    module: 'ES2022',
    moduleResolution: 'bundler',
    lib: ['ES2022', 'dom'],
    types: [],
    skipLibCheck: true,
  },
  templateOptions: { typeCheckHostBindings: true, extendedDiagnostics: { defaultCategory: 'error' } },
};
