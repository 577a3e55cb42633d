import fc from 'fast-check';
import { catalog, flagName, type CatalogOption } from '../../src/options/catalog/catalog.ts';
import type { AngularOptions } from '../../src/frameworks/angular/angular-options.ts';
import { samplesFor } from './option-samples.ts';

/** A value of an option, as it is typed. */
type Typed = string | boolean;

const line = [
  '',
  'Hello',
  'It\'s “ours” & "theirs" <b>',
  '${x} `y` \\ \\n // */ \\u{1F600}',
  'Schlüssel 🔑',
  ' a ',
  '日本語',
];

/** What is typed where values clash with those of other options: they are refused, and that is wanted. */
const texts: Partial<Record<keyof AngularOptions, readonly string[]>> = {
  session: ['', 'email:string', 'age:number,roles:string[]', '$a:boolean,_b:boolean[],c:number[]'],
  apiOrigins: ['', 'https://api.example.com', 'https://a.example.com:8443,http://localhost:3000'],
  codeDir: [
    'src/app/identity',
    'src/app/core/vault',
    'src/vault',
    'src/app/identity/inner',
    'src/app/Identity',
    'src/app',
  ],
  serviceName: ['IdentityService', 'VaultService', 'Locker', 'Safe'],
  sessionName: ['Session', 'Account', 'Person', 'Safe'],
  interceptorName: ['authInterceptor', 'tokenInterceptor', 'bearer', 'gate'],
  guardName: ['authGuard', 'signedIn', 'isIn', 'gate', 'isSession'],
  loginPath: ['login', 'sign-in', 'account/login', 'about', 'home'],
  unlockPath: ['unlock', 'locked', 'vault~1/@me', 'account/unlock', 'sign-in'],
  accountPath: ['account', 'about', 'account/vault', 'sign-in'],
  homePath: ['home', 'about', 'users/7', ''],
  guardedRoutes: ['', 'home', 'home', 'home,:id', 'home,about', ':id', '/'],
  plugin: ['capacitor-identity-vault@1.2.3', 'file:../vault.tgz', 'github:some/fork#next'],
};

/** Which app it is, and what is no option of a file, are not for chance to say. */
const fixed: readonly (keyof AngularOptions)[] = ['framework', 'project', 'packageManager'];

/** A value of an option as it is typed: such as clashes, else any that its kind takes. */
export function typedValue({ key, kind }: Pick<CatalogOption, 'key' | 'kind'>): fc.Arbitrary<Typed> {
  if (kind.name === 'boolean') return fc.boolean();
  if (kind.name === 'choice') return fc.constantFrom(...(kind.schema['enum'] as readonly string[]));
  if (kind.name === 'integer') return fc.constantFrom('0', '5000', '60000', '2147483647');
  const typed = [...line, ...samplesFor(kind).typed.map(([text]) => text)];
  return fc.constantFrom(...(texts[key] ?? typed.filter((text) => 'value' in kind.parse(text))));
}

function toFlag(key: keyof AngularOptions, value: Typed): string {
  if (typeof value === 'string') return `--${flagName(key)}=${value}`;
  return `--${value ? '' : 'no-'}${flagName(key)}`;
}

export interface FlagPair {
  readonly a: readonly string[];
  readonly b: readonly string[];
}

const options = catalog.filter(({ key }) => !fixed.includes(key));

/** Two command lines that say something about the same options, of all in the catalog. */
export const flagPair: fc.Arbitrary<FlagPair> = fc
  .shuffledSubarray([...options], { minLength: 1, maxLength: 8 })
  .chain((some) =>
    fc.tuple(...some.map((option) => fc.tuple(fc.constant(option.key), typedValue(option), typedValue(option)))),
  )
  .map((all) => ({ a: all.map(([key, a]) => toFlag(key, a)), b: all.map(([key, , b]) => toFlag(key, b)) }));
