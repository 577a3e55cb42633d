import fc from 'fast-check';
import { authModes, sessionFieldTypes, type Options } from '../../src/options/options.ts';

const line = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .filter((text) => /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}\uFFFE\uFFFF]*$/u.test(text));
const filled = line.filter((text) => /\S/.test(text));
const word = fc.stringMatching(/^[a-z][a-z0-9]{3,8}$/);
const fieldName = fc
  .stringMatching(/^[A-Za-z_$][\w$]{0,8}$/)
  .filter((name) => !['username', 'token', '__proto__'].includes(name));
const fields = fc.uniqueArray(fc.record({ name: fieldName, type: fc.constantFrom(...sessionFieldTypes) }), {
  selector: ({ name }) => name,
  maxLength: 4,
});
const origin = fc.oneof(
  word.map((host) => `https://${host}.example.com`),
  fc
    .tuple(word, fc.integer({ min: 1024, max: 65_535 }))
    .map(([host, port]) => `https://${host}.example.com:${String(port)}`),
  fc.constant('http://localhost:3000'),
);

/** The app's routes in {@link anyOptions}; the home and guarded paths are among them. */
export const appRoutes = ['home', 'tabs', 'tabs/detail', 'folder/:id', ''];

/** Any options that can be used together in an app with {@link appRoutes} and package manager npm. */
export const anyOptions: fc.Arbitrary<Options> = fc.record({
  framework: fc.constant('angular' as const),
  project: word,
  authMode: fc.constantFrom(...authModes),
  restoreSessionOnReady: fc.boolean(),
  unlockOnReady: fc.boolean(),
  unlockOnAccess: fc.boolean(),
  lockAfter: fc.integer({ min: 0, max: 2_147_483_647 }),
  hideScreenOnBackground: fc.boolean(),
  allowSystemPinFallback: fc.boolean(),
  shouldClearVaultAfterTooManyFailedAttempts: fc.boolean(),
  androidPromptTitle: filled,
  androidPromptSubtitle: line,
  androidPromptDescription: line,
  androidPromptNegativeButtonText: filled,
  iosPromptText: filled,
  passcodePrompt: fc.constantFrom('native' as const, 'custom' as const),
  session: fields,
  auth: fc.constant('generic' as const),
  apiOrigins: fc.uniqueArray(origin, { maxLength: 3 }),
  loginPage: fc.constant('generate' as const),
  codeDir: word.map((name) => `src/app/${name}`),
  serviceName: word.map((name) => `Service${name}`),
  sessionName: word.map((name) => `Session${name}`),
  interceptorName: word.map((name) => `${name}Interceptor`),
  guardName: word.map((name) => `${name}Guard`),
  loginPath: word.map((name) => `login-${name}`),
  unlockPath: word.map((name) => `unlock-${name}`),
  homePath: fc.constantFrom('home', 'tabs', '', 'tabs/detail/7'),
  guardedRoutes: fc.shuffledSubarray(appRoutes),
  faceIdUsage: filled,
  replaceFaceIdUsage: fc.boolean(),
  tests: fc.boolean(),
  ciScript: fc.boolean(),
  plugin: fc.constantFrom('capacitor-identity-vault@1.2.3', 'file:../vault.tgz', 'github:some/fork#next'),
  packageManager: fc.constantFrom('npm' as const, 'pnpm' as const, 'yarn' as const, 'bun' as const),
});
