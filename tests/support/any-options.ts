import fc from 'fast-check';
import type { AngularOptions } from '../../src/frameworks/angular/angular-options.ts';
import { samplesFor, type Described } from './option-samples.ts';
import { sessionFieldTypes } from '../../src/options/session-field.ts';
import { catalog } from '../../src/options/catalog/catalog.ts';

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

/** What has to fit to the other options, or to the app: no value of these is as good as any other. */
const together: { readonly [K in keyof AngularOptions]?: fc.Arbitrary<AngularOptions[K]> } = {
  project: word,
  loginPage: fc.constant('generate' as const),
  codeDir: word.map((name) => `src/app/${name}`),
  serviceName: word.map((name) => `Service${name}`),
  sessionName: word.map((name) => `Session${name}`),
  interceptorName: word.map((name) => `${name}Interceptor`),
  guardName: word.map((name) => `${name}Guard`),
  loginPath: word.map((name) => `login-${name}`),
  unlockPath: word.map((name) => `unlock-${name}`),
  accountPath: word.map((name) => `account-${name}`),
  homePath: fc.constantFrom('home', 'tabs', '', 'tabs/detail/7'),
  guardedRoutes: fc.shuffledSubarray(appRoutes),
  apiOrigins: fc.uniqueArray(origin, { maxLength: 3 }),
  refreshTokenField: fc.constantFrom('refresh_token', 'renewal_token'),
  // Cognito needs another option, and Auth0 an issuer of its form.
  oidcProvider: fc.constantFrom('none', 'entra', 'keycloak', 'okta'),
  redirectPath: word.map((name) => `callback-${name}`),
  plugin: fc.constantFrom('capacitor-identity-vault@1.2.3', 'file:../vault.tgz', 'github:some/fork#next'),
};

/** Any options that can be used together in an app with {@link appRoutes} and package manager npm. */
export const anyOptions = fc.record(
  Object.fromEntries(catalog.map(({ key, kind }) => [key, together[key] ?? anyValue(kind)])),
) as fc.Arbitrary<unknown> as fc.Arbitrary<AngularOptions>;

/** Any value of a kind. */
export function anyValue(kind: Described & { parseJson(json: unknown): object }): fc.Arbitrary<unknown> {
  const { name, schema } = kind;
  if (name === 'boolean') return fc.boolean();
  if (name === 'choice') return fc.constantFrom(...(schema['enum'] as readonly string[]));
  if (name === 'integer') return fc.integer({ min: Number(schema['minimum']), max: Number(schema['maximum']) });
  if (name === 'fields') return fields;
  const pattern = String(schema['pattern']);
  if (name === 'text' && pattern === patternOf('androidPromptSubtitle')) return line;
  if (name === 'text' && pattern === patternOf('androidPromptTitle')) return filled;
  const { typed } = samplesFor(kind);
  return fc.constantFrom(...typed.map(([, json]) => (kind.parseJson(json) as { readonly value: unknown }).value));
}

function patternOf(key: keyof AngularOptions): string {
  return String(catalog.find((option) => option.key === key)?.kind.schema['pattern']);
}
