import type { AngularVersions, CodeShape } from '../../src/frameworks/angular/code-shape.ts';
import { angularFiles } from '../../src/frameworks/angular/files.ts';
import type { AngularOptions as Options } from '../../src/frameworks/angular/angular-options.ts';
import { sessionFieldTypes } from '../../src/options/session-field.ts';
import { renderTemplate } from '../../src/render/render-template.ts';

export const defaults: Options = {
  framework: 'angular',
  project: 'notes',
  authMode: 'BiometricAndPasscode',
  restoreSessionOnReady: false,
  unlockOnReady: false,
  unlockOnAccess: true,
  lockAfter: 5000,
  idleTimeout: 0,
  sessionTimeout: 0,
  hideScreenOnBackground: true,
  allowSystemPinFallback: false,
  shouldClearVaultAfterTooManyFailedAttempts: true,
  androidPromptTitle: 'Please Authenticate',
  androidPromptSubtitle: '',
  androidPromptDescription: '',
  androidPromptNegativeButtonText: 'Cancel',
  iosPromptText: 'Authenticate to log in',
  passcodePrompt: 'native',
  session: [],
  auth: 'generic',
  apiOrigins: ['https://api.example.com'],
  loginUrl: '/login',
  loginFields: ['username', 'password'],
  tokenField: 'token',
  expiryField: '',
  refreshUrl: '',
  refreshTokenField: 'refresh_token',
  loginPage: 'generate',
  accountPage: false,
  codeDir: 'src/app/identity',
  serviceName: 'IdentityService',
  sessionName: 'Session',
  interceptorName: 'authInterceptor',
  guardName: 'authGuard',
  runtimeAddresses: false,
  loginPath: 'login',
  unlockPath: 'unlock',
  accountPath: 'account',
  homePath: 'home',
  guardedRoutes: ['home'],
  faceIdUsage: 'Use Face ID to authenticate yourself and login',
  replaceFaceIdUsage: false,
  tests: true,
  ciScript: false,
  packageManager: 'npm',
};
export const standalone: CodeShape = {
  pages: 'standalone',
  ionic: 'standalone',
  interceptor: 'function',
  guard: 'function',
};
export const inModules: CodeShape = { pages: 'module', ionic: 'module', interceptor: 'function', guard: 'function' };
/** Standalone pages of an app that has set up `IonicModule`. */
export const withIonicModule: CodeShape = { ...standalone, ionic: 'module' };
export const current: AngularVersions = { major: 21, ionicMajor: 9, shape: standalone };

/** Every form of the code, for every generation of the framework that has it. */
export const generations: readonly AngularVersions[] = [
  ...[false, true].map((rendersOnServer) => ({
    major: 14,
    ionicMajor: 7,
    shape: { ...inModules, interceptor: 'class', guard: 'class' } as const,
    rendersOnServer,
  })),
  ...[15, 17, 18, 19, 22].flatMap((major) =>
    [standalone, inModules, withIonicModule].flatMap((shape) =>
      (['function', 'class'] as const).map((interceptor) => ({
        major,
        ionicMajor: major >= 21 ? 9 : 8,
        shape: { ...shape, interceptor },
        rendersOnServer: shape.pages === 'module',
      })),
    ),
  ),
];
export const everyType = sessionFieldTypes.map((type, index) => ({ name: `field${index}`, type }));

/** What is imported where addresses are those of the app's environments. */
export const environmentFile = 'src/environments/environment.ts';

/** Tokens are renewed, by a server with words of its own. */
export const renewing = {
  tokenField: 'access_token',
  expiryField: 'expires_in',
  refreshUrl: '/oauth/refresh',
} as const;

/** A provider signs users in: one that the plugin has a preset for, with every member of its configuration. */
export const withProvider = {
  auth: 'oidc',
  issuer: 'https://example.eu.auth0.com/',
  clientId: 'notes',
  oidcProvider: 'auth0',
  oidcScope: 'openid profile offline_access',
  endpointOrigins: ['https://login.example.com'],
  redirectPath: 'auth/callback',
  postLogoutPath: 'login',
  redirectScheme: 'com.example.notes',
} as const;

const answers: readonly Partial<Options>[] = [
  { session: [] },
  // The warning before the idle lock in one of them: it has nothing to do with the others.
  { session: everyType, idleTimeout: 360_000 },
  renewing,
  withProvider,
];

/** Every set of options that selects another template, for every generation of the framework. */
export const combinations = (['native', 'custom'] as const).flatMap((passcodePrompt) =>
  (['generate', 'existing'] as const).flatMap((loginPage) =>
    (['constants', 'environment', 'provided'] as const).flatMap((addresses) =>
      answers.flatMap((answered) =>
        generations.map((versions) => ({
          // The account page in half of them: it has nothing to do with the others.
          options: { ...defaults, passcodePrompt, loginPage, accountPage: passcodePrompt === 'custom', ...answered },
          versions: { ...versions, addresses, environmentFile },
        })),
      ),
    ),
  ),
);

export interface Rendered {
  readonly path: string;
  readonly template: string;
  readonly text: string;
}

export function renderFiles(options: Options, versions = current): Rendered[] {
  return angularFiles(options, versions).map(({ path, template, values }) => ({
    path,
    template,
    text: renderTemplate(template, values),
  }));
}
