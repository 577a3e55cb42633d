import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CliError } from '../../src/model/errors.ts';
import { catalog } from '../../src/options/catalog/catalog.ts';
import { parseAnswers, readConfig, printConfig } from '../../src/options/catalog/config-file.ts';
import type { Written } from '../../src/options/options.ts';
import { flagSource, promptSource, readEnvironment } from '../../src/resolve/read-environment.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import type { Project } from '../../src/model/project.ts';
import { anyOptions, appRoutes } from '../support/any-options.ts';
import { fakeProject, type Facts } from '../support/fake-project.ts';

const withFlags = (values: Written, app: Project = fakeProject()) => resolve({ flag: flagSource(values) }, app);

/** What `resolve` has against the flags, as a person reads it. */
function refusal(flags: Written, app: Project = fakeProject()): string {
  try {
    withFlags(flags, app);
  } catch (error) {
    if (error instanceof CliError) return `${error.code}: ${error.message}\n${error.hint ?? ''}`;
    throw error;
  }
  return 'accepted';
}

describe('where a value comes from', () => {
  const answers = parseAnswers('{"lockAfter": 3}', 'answers.json');
  const config = readConfig('{"lockAfter": 4}');
  const environment = readEnvironment({ IDENTITY_VAULT_LOCK_AFTER: '2' });
  const flag = flagSource({ lockAfter: '1' });
  const prompt = promptSource({ lockAfter: '0' });

  test.each([
    { sources: { prompt, flag, environment, answers, config }, value: 0, origin: 'prompt' },
    { sources: { flag, environment, answers, config }, value: 1, origin: 'flag' },
    { sources: { environment, answers, config }, value: 2, origin: 'environment' },
    { sources: { answers, config }, value: 3, origin: 'answers' },
    { sources: { config }, value: 4, origin: 'config' },
    { sources: {}, value: 5000, origin: 'default' },
  ])('$origin', ({ sources, value, origin }) => {
    const { options, provenance } = resolve(sources, fakeProject());
    expect({ value: options.lockAfter, origin: provenance.lockAfter }).toEqual({ value, origin });
  });

  test('an empty variable counts as not set', () => {
    const source = readEnvironment({ IDENTITY_VAULT_LOCK_AFTER: '', IDENTITY_VAULT_UNKNOWN: '' });
    expect(resolve({ environment: source, config }, fakeProject()).provenance.lockAfter).toBe('config');
  });

  test('what the app says is detected', () => {
    const { options, provenance } = withFlags(
      {},
      fakeProject({ project: 'staff', packageManager: 'pnpm', sourceRoot: 'apps/staff/src' }),
    );
    expect(options).toMatchObject({
      project: 'staff',
      packageManager: 'pnpm',
      codeDir: 'apps/staff/src/app/identity',
      homePath: 'home',
      guardedRoutes: ['home'],
      loginPage: 'generate',
    });
    for (const key of ['project', 'packageManager', 'codeDir', 'homePath', 'guardedRoutes', 'loginPage'] as const) {
      expect(provenance[key]).toBe('detected');
    }
  });

  test('every option has a provenance', () => {
    expect(Object.keys(withFlags({}).provenance)).toEqual(catalog.map(({ key }) => key));
  });
});

describe('what is found in the app', () => {
  test.each<
    Facts & { case: string; homePath: string; guardedRoutes: string[]; loginPage?: string; loginPath?: string }
  >([
    {
      case: 'the start redirects',
      routes: [['', 'tabs/home'], 'tabs'],
      homePath: 'tabs/home',
      guardedRoutes: ['tabs'],
    },
    {
      case: 'the start redirects to the login page',
      routes: [['', 'login'], 'login', 'home'],
      homePath: 'home',
      guardedRoutes: ['home'],
      loginPage: 'existing',
    },
    { case: 'a leading slash', routes: [['', '/home'], 'home'], homePath: 'home', guardedRoutes: ['home'] },
    {
      case: 'no redirect: the first static route',
      routes: ['folder/:id', 'list', '**'],
      homePath: 'list',
      guardedRoutes: ['list'],
    },
    { case: 'the start is a page', routes: ['', 'about'], homePath: '', guardedRoutes: [''] },
    {
      case: 'a redirect into a route with a parameter',
      routes: [['', 'folder/inbox'], 'folder/:id'],
      homePath: 'folder/inbox',
      guardedRoutes: ['folder/:id'],
    },
    {
      case: 'pages for strangers come first',
      routes: ['sign-up', 'reset-password', 'home'],
      homePath: 'home',
      guardedRoutes: ['home'],
    },
    {
      case: 'the start redirects to a page that is there before anybody signs in',
      routes: [['', 'welcome'], 'welcome', 'Tutorial', 'starter-page', 'introSlides', 'terms', 'account', 'tabs'],
      homePath: 'tabs',
      guardedRoutes: ['tabs'],
    },
    {
      case: 'the app guards pages of its own',
      routes: [
        ['', 'list'],
        { path: 'sign-out', guards: ['ReverseAuthGuard'] },
        'list',
        { path: 'goals', guards: ['IntroGuard'] },
        { path: 'orders', guards: ['AuthGuard'] },
      ],
      homePath: 'orders',
      guardedRoutes: ['orders'],
    },
    {
      case: 'the start redirects into a guarded route',
      routes: [['', 'tabs/list'], { path: 'list', guards: ['authGuard'] }, { path: 'tabs', guards: ['authGuard'] }],
      homePath: 'tabs/list',
      guardedRoutes: ['list', 'tabs'],
    },
    {
      case: 'several pages at the start',
      routes: [['', '/landing'], '', 'landing', { path: '', guards: ['AuthGuard'] }, 'reserve'],
      homePath: 'reserve',
      guardedRoutes: ['reserve', ''],
    },
    ...['sign-in', 'signin', 'log-in', 'login-nurse', 'enrol', 'auth', 'auth/sign-in', 'LoginPage'].map(
      (loginPath) => ({
        case: `a sign-in page called ${loginPath}`,
        routes: ['sign-up', 'home', loginPath],
        homePath: 'home',
        guardedRoutes: ['home'],
        loginPath,
        loginPage: 'existing',
      }),
    ),
    {
      case: 'a sign-in page among children',
      routes: ['home', { path: 'auth', children: ['register', 'login'] }],
      homePath: 'home',
      guardedRoutes: ['home'],
      loginPath: 'auth/login',
      loginPage: 'existing',
    },
    {
      case: 'children without a sign-in page, or that were not read',
      routes: ['home', { path: 'auth', children: ['register'] }, { path: 'account', isLazy: true }],
      homePath: 'home',
      guardedRoutes: ['home'],
    },
    { case: 'no routes yet', routes: [], homePath: '', guardedRoutes: [] },
    { case: 'routes that could not be followed', lost: true, homePath: '', guardedRoutes: [] },
  ])('$case', ({ homePath, guardedRoutes, loginPage = 'generate', loginPath = 'login', ...facts }) => {
    const { options } = withFlags({}, fakeProject(facts));
    expect(options).toMatchObject({ homePath, guardedRoutes, loginPage, loginPath });
  });

  test('a sign-in page that could not be read is asked for, and taken', () => {
    const app = fakeProject({ routes: ['home', { path: 'auth', isLazy: true }] });
    const notes = (resolved: ReturnType<typeof withFlags>) => resolved.notes.map(({ text }) => text).join('\n');
    expect(notes(withFlags({}, app))).toContain('--login-page existing --login-path auth/<path>');
    const named = withFlags({ loginPage: 'existing', loginPath: 'auth/login' }, app);
    expect(named.options.loginPath).toBe('auth/login');
    expect(notes(named)).not.toContain('--login-path');
    expect(notes(withFlags({}, fakeProject({ lost: true })))).toContain('--login-page existing --login-path <path>');
  });

  test('a page that is public by its name can still be guarded', () => {
    const { options } = withFlags({ guardedRoutes: 'start' }, fakeProject({ routes: ['home', 'start'] }));
    expect(options.guardedRoutes).toEqual(['start']);
    const named = withFlags({ homePath: 'start' }, fakeProject({ routes: ['start'] }));
    expect(named.options.guardedRoutes).toEqual(['start']);
    expect(refusal({}, fakeProject({ routes: ['start'] }))).toContain('--home-path <path>');
  });

  test('an app with nothing behind its login page: an answer is needed, and its flag named', () => {
    const text = refusal({}, fakeProject({ routes: [['', 'login'], 'login', 'sign-up'] }));
    expect(text).toContain('ANSWER_NEEDED');
    expect(text).toContain('--home-path <path>');
  });

  test.each<Facts & { case: string; interceptorName?: string; guardName?: string }>([
    {
      case: 'an interceptor of that name',
      files: { 'src/app/app.config.ts': `import { authInterceptor } from './auth.interceptor';` },
      interceptorName: 'identityInterceptor',
    },
    {
      case: 'a guard class that differs in one letter',
      files: { 'src/app/app.routes.ts': `import { AuthGuard } from './auth.guard';` },
      guardName: 'identityGuard',
    },
    { case: 'a longer name', files: { 'src/app/app.routes.ts': `import { authGuards } from './guards';` } },
    {
      case: 'ours, of an earlier run',
      files: { 'src/app/app.routes.ts': `import { authGuard } from './identity/auth.guard';` },
      configText: '{}',
    },
  ])(
    'names the app uses are left to it: $case',
    ({ interceptorName = 'authInterceptor', guardName = 'authGuard', ...facts }) => {
      expect(withFlags({}, fakeProject(facts)).options).toMatchObject({ interceptorName, guardName });
    },
  );

  test.each([
    {
      case: 'whole routes',
      splices: [
        { at: 0, insert: "{ path: 'login', loadComponent: … },", remove: '' },
        { at: 9, insert: "{ path: 'unlock', loadComponent: … },", remove: '' },
      ],
    },
    {
      case: 'insertions into what the formatter moved apart, beside a route of the app',
      splices: [
        {
          at: 20,
          insert: "login', loadComponent: … },\n{ path: 'unlock', … },\n{ path: '",
          remove: '',
          left: "{ path: '",
          right: "locked', component: Locked }",
        },
        { at: 99, insert: 'canActivate: [authGuard], ', remove: '', left: "{ path: 'locked', ", right: "x: 'locked'" },
      ],
    },
  ])('our own pages of an earlier run are not the app’s: $case', ({ splices }) => {
    const routesFile = { owner: 'app', written: 'sha256-0', edits: 'sha256-0', splices } as const;
    const state = {
      schemaVersion: 1,
      toolVersion: '0.1.0',
      config: '',
      files: { 'src/app/app.routes.ts': routesFile },
      declined: [],
      manual: [],
    } as const;
    const app = fakeProject({ routes: [['', 'home'], 'home', 'login', 'unlock', 'locked'], state });
    expect(withFlags({}, app).options.loginPage).toBe('generate');
    expect(refusal({ unlockPath: 'locked' }, app)).toContain('the app has a route "locked" already');
  });

  test('a lost state: the configuration says that the pages are ours', () => {
    const configText = '{"loginPage": "generate", "loginPath": "login", "unlockPath": "unlock"}';
    const { options } = withFlags({}, fakeProject({ routes: [['', 'home'], 'home', 'login', 'unlock'], configText }));
    expect(options).toMatchObject({ loginPage: 'generate', unlockPath: 'unlock' });
  });

  test('a path for the account page, if it is wanted, and of which the app has none', () => {
    const app = fakeProject({ routes: [['', 'home'], 'home', 'account'] });
    expect(withFlags({}, app).options).toMatchObject({ accountPage: false, accountPath: 'vault-account' });
    const configText = '{"accountPage": true, "accountPath": "account", "unlockPath": "unlock"}';
    const ours = fakeProject({ routes: [['', 'home'], 'home', 'account'], configText });
    expect(withFlags({}, ours).options).toMatchObject({ accountPath: 'account' });
    expect(refusal({ accountPage: true, accountPath: 'account' }, app)).toContain(
      'the app has a route "account" already',
    );
  });

  test('a configuration that a person began to write: the app keeps its login page', () => {
    const routes: Facts['routes'] = [['', 'home'], 'home', 'login', 'unlock'];
    const { options } = withFlags({}, fakeProject({ routes, configText: '\uFEFF{"lockAfter": 1}' }));
    expect(options).toMatchObject({ loginPage: 'existing', unlockPath: 'vault-unlock' });
  });
});

describe('values that can’t be used together, or not in this app', () => {
  test.each<{ flags: Written; says: string; facts?: Facts }>([
    { flags: { loginPath: 'in', unlockPath: 'in' }, says: 'unlockPath: the login page has the path "in" already' },
    { flags: { homePath: 'unlock' }, says: 'homePath: "unlock" is the login or unlock page' },
    { flags: { guardedRoutes: 'home,nowhere' }, says: 'guardedRoutes: the app has no route "nowhere"' },
    {
      flags: { guardedRoutes: 'login' },
      says: 'a guard there locks everybody out',
      facts: { routes: ['home', 'login'] },
    },
    {
      flags: { guardedRoutes: 'sign-up' },
      says: 'a guard there locks everybody out',
      facts: { routes: ['home', 'sign-up'] },
    },
    {
      flags: { guardedRoutes: 'reset' },
      says: 'a guard there locks everybody out',
      facts: { routes: ['home', 'reset'] },
    },
    { flags: { guardedRoutes: '/' }, says: 'the app has no route "" with a page' },
    { flags: { loginPage: 'existing' }, says: 'loginPath: the app has no route "login" to use as its login page' },
    {
      flags: { loginPage: 'generate' },
      says: 'loginPath: the app has a route "login" already',
      facts: { routes: ['home', 'login'] },
    },
    {
      flags: { unlockPath: 'unlock' },
      says: 'unlockPath: the app has a route "unlock" already; choose another, e.g. --unlock-path vault-unlock',
      facts: { routes: ['home', 'unlock'] },
    },
    { flags: { codeDir: 'lib/identity' }, says: 'codeDir: "lib/identity" is outside the sources of the app' },
    { flags: { codeDir: 'srcs/identity' }, says: 'outside the sources' },
    {
      flags: { serviceName: 'Vault', sessionName: 'Vault' },
      says: 'sessionName: "Vault" is the name of serviceName too',
    },
    {
      flags: { guardName: 'isSession' },
      says: 'guardName: "isSession" is the name of the function that checks a session too',
    },
  ])('$flags: $says', ({ flags, says, facts }) => {
    const text = refusal(flags, fakeProject(facts));
    expect(text).toMatch(/^USAGE: /);
    expect(text).toContain(says);
  });

  test('nothing is said about routes that could not be followed', () => {
    expect(refusal({ guardedRoutes: 'home', loginPage: 'existing' }, fakeProject({ lost: true }))).toBe('accepted');
  });
});

describe('problems', () => {
  test('all of them at once, each with its place, what is allowed and what was probably meant', () => {
    const sources = {
      flag: flagSource({ authMode: 'BiometricOnyl', loginPath: 'a b' }),
      environment: readEnvironment({ IDENTITY_VAULT_LOCK_AFTER: '5 weeks', IDENTITY_VAULT_AUTHMODE: 'PasscodeOnly' }),
      answers: parseAnswers('{\n  "tests": "no",\n  "session": ["age:nummer"]\n}', 'answers.json'),
      config: readConfig(
        '{\n  "lokAfter": 1,\n  "apiOrigins": ["https://api.example.com/v1"],\n  "tests": true,\n  "tests": false\n}',
      ),
    };
    let error: unknown;
    try {
      resolve({ ...sources, prompt: promptSource({ guardedRoutes: ['nowhere'] }) }, fakeProject());
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({ code: 'USAGE', exitCode: 64, message: "10 values can't be used:" });
    expect((error as CliError).hint).toMatchInlineSnapshot(`
      "- --auth-mode: "BiometricOnyl" is not one of BiometricAndPasscode, BiometricOnly, PasscodeOnly, BiometricOrPasscode, InMemoryOnly, SecureStorage; did you mean BiometricOnly?
      - --login-path: "a b" is not a path without parameters, like account/login, or empty for the start of the app
      - IDENTITY_VAULT_AUTHMODE: there is no such option; did you mean IDENTITY_VAULT_AUTH_MODE?
      - IDENTITY_VAULT_LOCK_AFTER: "5 weeks" is not a whole number of milliseconds from 0 to 2147483647, or a duration such as 5s or 2min
      - session (answers.json:3): "age:nummer" is not a field of type string, number, boolean, string[], number[], boolean[]; did you mean age:number?
      - tests (answers.json:2): "no" is not true or false
      - tests (identity-vault.config.json:5): is there twice; keep one of them
      - lokAfter (identity-vault.config.json:2): there is no option "lokAfter"; did you mean lockAfter?
      - apiOrigins (identity-vault.config.json:3): "https://api.example.com/v1" is not an origin like https://api.example.com, without a path (http only for localhost); did you mean https://api.example.com?
      - guardedRoutes: the app has no route "nowhere" with a page; it has "home", "tabs"
      Nothing was written."
    `);
  });

  test('a bad value in a weak source is said, although a stronger source wins', () => {
    const config = readConfig('{"lockAfter": -1}');
    expect(() => resolve({ flag: flagSource({ lockAfter: '1' }), config }, fakeProject())).toThrow(
      'lockAfter (identity-vault.config.json:1): -1 is not',
    );
  });

  test('names of Object.prototype are no options', () => {
    const answers = parseAnswers('{"__proto__": {"lockAfter": 0}, "constructor": 1}', 'answers.json');
    expect(() => resolve({ answers }, fakeProject())).toThrow("2 values can't be used");
  });
});

describe('what is allowed and worth saying', () => {
  const codes = (flags: Written, app?: Project): string[] =>
    withFlags({ apiOrigins: 'https://a.example', ...flags }, app).notes.map(({ code }) => code);

  test.each([
    { flags: {}, says: [] },
    { flags: { lockAfter: '0' }, says: ['never-locks'] },
    { flags: { lockAfter: '5' }, says: ['locks-at-once'] },
    { flags: { authMode: 'SecureStorage' }, says: ['no-prompt'] },
    { flags: { authMode: 'SecureStorage', lockAfter: '0' }, says: ['no-prompt'] },
    { flags: { authMode: 'BiometricOnly' }, says: ['no-second-way'] },
    { flags: { authMode: 'BiometricOnly', allowSystemPinFallback: true }, says: ['system-pin'] },
    { flags: { authMode: 'InMemoryOnly' }, says: ['sign-in-again'] },
    { flags: { authMode: 'BiometricOnly', passcodePrompt: 'custom' }, says: ['no-second-way', 'passcode-unused'] },
    { flags: { hideScreenOnBackground: false }, says: ['screen-visible'] },
    { flags: { shouldClearVaultAfterTooManyFailedAttempts: false }, says: ['guessing-allowed'] },
    { flags: { guardedRoutes: '' }, says: ['nothing-guarded'] },
  ])('$flags → $says', ({ flags, says }) => {
    expect(codes(flags)).toEqual(says);
  });

  test('origins found in the app get the token only after somebody said so', () => {
    const app = fakeProject({
      apiOrigins: ['https://api.example.com', 'http://api.example.com', 'http://localhost:3000'],
    });
    const { options, notes } = withFlags({}, app);
    expect(options.apiOrigins).toEqual([]);
    expect(notes).toMatchObject([{ code: 'api-origins-unconfirmed' }]);
    expect(notes[0]?.text).toMatch(/--api-origins https:\/\/api\.example\.com\.$/);
    // What an unconfirmed run wrote is no answer either.
    expect(resolve({ config: readConfig('{"apiOrigins": []}') }, app).notes).toMatchObject([
      { code: 'api-origins-unconfirmed' },
    ]);
    expect(resolve({ prompt: promptSource({ apiOrigins: '' }) }, app).notes).toMatchObject([
      { code: 'api-origins-empty' },
    ]);
    expect(withFlags({ apiOrigins: 'https://b.example' }, app).options.apiOrigins).toEqual(['https://b.example']);
  });

  test('the likeliest API is suggested first and alone, each with its keys; what is known to be something else never', () => {
    const app = fakeProject({
      apiOrigins: [
        { origin: 'https://example.eu.auth0.com', keys: ['auth.domain'] },
        { origin: 'https://login.example.com', keys: ['oidc.issuer'] },
        { origin: 'http://localhost:8100', keys: ['auth.redirectUri'] },
        { origin: 'https://app.example.com', keys: ['logoutUrl'] },
        { origin: 'https://cdn2.example.com', keys: ['pictures'] },
        { origin: 'https://eu.i.posthog.com', keys: ['stats'] },
        { origin: 'https://www.example.com', keys: ['shop'] },
        { origin: 'http://localhost:3000', keys: ['apiUrl'] },
        { origin: 'https://data.example.com', keys: ['dataService', 'apiUrl'] },
        { origin: 'https://notauth0.com', keys: ['news'] },
      ],
    });
    expect(withFlags({}, app).notes[0]?.text).toBe(
      'The token is sent nowhere: no origin was confirmed. environment*.ts names ' +
        'https://data.example.com (dataService, apiUrl), http://localhost:3000 (apiUrl), https://www.example.com (shop), ' +
        'https://notauth0.com (news). If https://data.example.com is your API: --api-origins https://data.example.com. ' +
        'Not suggested: https://example.eu.auth0.com (an identity provider), https://login.example.com (an identity provider), ' +
        'http://localhost:8100 (the app itself), https://app.example.com (the app itself), https://cdn2.example.com (a CDN), ' +
        'https://eu.i.posthog.com (analytics or error reports).',
    );
    const only = fakeProject({ apiOrigins: ['https://example.okta.com'] });
    expect(withFlags({}, only).notes[0]?.text).toMatch(/Name your API with --api-origins\. Not suggested: .*okta/);
  });
});

test('property: any options, written to the configuration file, are the options again', () => {
  const app = fakeProject({ routes: appRoutes });
  fc.assert(
    fc.property(anyOptions, (options) => {
      const config = readConfig(printConfig(options));
      const resolved = resolve({ config, flag: flagSource({ packageManager: options.packageManager }) }, app);
      expect(resolved.options).toEqual(options);
    }),
  );
});
