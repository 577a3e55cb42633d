import { combinations, environmentFile, renderFiles, type Rendered } from '../frameworks/angular-renderings.ts';
import { withRunner } from './test-runner.ts';

export type Sources = Readonly<Record<string, string>>;

/** Every form of the code that is generated for an Angular, and every variant of it, each in a folder of its own. */
export function everyVariant(major: number): Sources {
  const own = combinations.filter((one) => one.versions.major === major && isChosen(one));
  const trees = own.map(({ options, versions }) => {
    const { pages, ionic, interceptor } = versions.shape;
    const form = pages === ionic ? pages : 'mixed';
    const renewal = options.auth === 'oidc' ? 'provider' : options.refreshUrl === '' ? 'once' : 'renewed';
    return tree(
      `variants/${[form, interceptor, options.passcodePrompt, versions.addresses, renewal, versions.rendersOnServer ? 'server' : 'browser'].join('-')}`,
      renderFiles(options, versions),
    );
  });
  return Object.assign({ [environmentFile]: environmentText }, ...trees) as Sources;
}

const environmentText = `export const environment = {
  production: true,
  identityVault: {
    loginUrl: 'https://api.example.com/login',
    issuer: 'https://login.example.com',
    clientId: 'notes',
    apiOrigins: ['https://api.example.com'],
  },
};
`;

/** Of these sources, one of each text: what is the same in several variants is looked at once. */
export function oncePerText(sources: Sources): string[] {
  const seen = new Set<string>();
  return Object.entries(sources)
    .filter(([path]) => /\.(ts|html)$/.test(path))
    .filter(([path, text]) => {
      const key = `${path.replace(/^src\/variants\/([a-z]+-)[^/]+/, '$1')} ${text}`;
      return !seen.has(key) && seen.add(key);
    })
    .map(([path]) => path);
}

/**
 * Each pair of choices among prompt, addresses and session once: with all three of them the compiler would see the same
 * files again. A login page that is reused only leaves files out. Renewing tokens adds files, and a provider has files of its own, which no other
 * choice changes.
 */
function isChosen({ options, versions }: (typeof combinations)[number]): boolean {
  const { passcodePrompt, session, loginPage } = options;
  if (options.refreshUrl !== '' || options.auth === 'oidc')
    return loginPage === 'generate' && passcodePrompt === 'native' && versions.addresses === 'environment';
  const apart = [passcodePrompt === 'custom', versions.addresses !== 'constants', session.length > 0].filter(Boolean);
  const isSeen = versions.addresses === 'provided' && session.length > 0;
  return loginPage === 'generate' && apart.length % 2 === 0 && !isSeen;
}

/** The same code with a mistake in a template: the compiler has to find it, and looks for it only where all types are right. */
export function brokenTemplate(major: number): Sources {
  const file = 'src/broken/login/login.page.html';
  return replaceIn(someVariant(major), file, ['(ngSubmit)="signIn()"', '(ngSubmit)="signIn(1)"']);
}

/** Mistakes in the types, of which one is a test runner's global outside a spec. */
export function brokenTypes(major: number): Sources {
  const guard = replaceIn(someVariant(major), 'src/broken/auth.guard.ts', [
    'navigation.pathToSignIn(url)',
    'navigation.pathToSignin(url)',
  ]);
  const spec = replaceIn(guard, 'src/broken/auth.guard.spec.ts', ['device.lock()', 'device.lock(1)']);
  return replaceIn(spec, 'src/broken/testing.ts', ['return useTestVault();', 'expect(1);\n  return useTestVault();']);
}

function someVariant(major: number): Sources {
  const one = combinations.find((some) => some.versions.major === major && isChosen(some))!;
  return tree('broken', renderFiles(one.options, one.versions));
}

function replaceIn(sources: Sources, path: string, [from, to]: readonly [string, string]): Sources {
  const text = sources[path] ?? '';
  if (!text.includes(from)) throw new Error(`${path} no longer has ${from}`);
  return { ...sources, [path]: text.replace(from, to) };
}

function tree(folder: string, files: readonly Rendered[]): Record<string, string> {
  return Object.fromEntries(
    files.map(({ path, text }) => [
      path.replace('src/app/identity', `src/${folder}`),
      path.endsWith('.spec.ts') ? withRunner(text) : text,
    ]),
  );
}
