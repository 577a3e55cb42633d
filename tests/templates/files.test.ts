import fc from 'fast-check';
import { format } from 'prettier';
import ts from 'typescript';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { templates } from 'virtual:templates';
import { CliError } from '../../src/model/errors.ts';
import type { AngularVersions, CodeShape } from '../../src/frameworks/angular/code-shape.ts';
import { angularFiles } from '../../src/frameworks/angular/files.ts';
import { pluginDefaults } from '../../src/frameworks/angular/vault-arguments.ts';
import { className } from '../../src/options/class-name.ts';
import { catalog } from '../../src/options/catalog/catalog.ts';
import { authModes } from '../../src/options/auth-modes.ts';
import type { AngularOptions as Options } from '../../src/frameworks/angular/angular-options.ts';
import {
  combinations,
  current,
  defaults,
  environmentFile,
  everyType,
  generations,
  inModules,
  renewing,
  withIonicModule,
  withProvider,
  renderFiles,
  standalone,
  type Rendered,
} from '../frameworks/angular-renderings.ts';

function renderFile(name: string, options: Options): string {
  return renderFiles(options).find(({ path }) => path === `${options.codeDir}/${name}`)!.text;
}

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);
}

function syntaxErrors({ path, text }: Rendered): string[] {
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, experimentalDecorators: true },
  });
  return diagnostics.map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}

/** The values of all string literals, in order. */
function stringsIn(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node)) found.push(node.text);
    node.forEachChild(visit);
  };
  visit(parse(text));
  return found;
}

function formatted({ path, text }: Rendered): Promise<string> {
  const parser = path.endsWith('.html') ? 'angular' : path.endsWith('.scss') ? 'scss' : 'typescript';
  return format(text, { parser, singleQuote: true, printWidth: 100 });
}

/** What the plugin says of its options. */
const declared = readFileSync(join(import.meta.dirname, '../../native-plugin/src/definitions/v4.ts'), 'utf8');

/** Lines that are inserted as they are, by their path below `templates/`. */
const parts = Object.fromEntries(Object.entries(templates).filter(([path]) => path.includes('/parts/')));

function withoutParts(value: string): string {
  return Object.values(parts).reduce((rest, part) => rest.replace(part, ''), value);
}

describe('angularFiles', () => {
  it('renders every combination of variants to complete files', () => {
    const seen = new Set<string>();
    for (const { options, versions } of combinations) {
      for (const { values } of angularFiles(options, versions)) {
        const made = Object.values(values).map(withoutParts);
        expect(made.join('\n')).not.toMatch(/\b(undefined|null)\b/);
      }
      for (const file of renderFiles(options, versions)) {
        expect(file.text, file.path).not.toMatch(/<%|%>|\[object|\bNaN\b/);
        expect(file.text, file.path).toMatch(/[^\n]\n$/);
        if (file.path.endsWith('.ts') && !seen.has(file.text)) expect(syntaxErrors(file)).toEqual([]);
        seen.add(file.text);
      }
    }
  });

  it('uses every template', () => {
    const used = combinations.flatMap(({ options, versions }) => renderFiles(options, versions));
    const written = new Set(used.map(({ text }) => text));
    const inserted = Object.keys(parts).filter((part) => [...written].some((text) => text.includes(parts[part]!)));
    const own = Object.keys(templates).filter((template) => template.startsWith('angular'));

    expect([...new Set(used.map(({ template }) => template)), ...inserted].sort()).toEqual(own.sort());
  });

  it('has no tags in a part, for it is inserted as it is', () => {
    expect(Object.keys(parts)).not.toEqual([]);
    for (const [part, text] of Object.entries(parts)) expect(text, part).not.toMatch(/<%|%>/);
  });

  it('substitutes every option of the vault and of its prompts', () => {
    const own = catalog.filter(({ group }) => group === 'vault' || group === 'prompts');
    // Which file is generated follows from this one.
    const substituted = own.filter(({ key }) => key !== 'passcodePrompt');
    const other = (value: unknown): unknown =>
      typeof value === 'boolean' ? !value : typeof value === 'number' ? 7 : 'Other';

    expect(substituted.length).toBeGreaterThan(10);
    for (const { key } of substituted) {
      const value = key === 'authMode' ? 'PasscodeOnly' : other(defaults[key as keyof Options]);
      const service = renderFile('identity.service.ts', { ...defaults, [key]: value });
      const spelled =
        key === 'authMode' ? 'AuthMode.PasscodeOnly' : typeof value === 'string' ? `'${value}'` : String(value);
      expect(service).toContain(`\n      ${key}: ${spelled},\n`);
    }
  });

  it.each([
    ['the default options', defaults, current],
    [
      'a custom passcode prompt, a session of every type',
      { ...defaults, passcodePrompt: 'custom', session: everyType },
      current,
    ],
    ['no API origin', { ...defaults, apiOrigins: [] }, current],
    ['addresses that the app provides', defaults, { ...current, addresses: 'provided' }],
    [
      'a server with words of its own',
      {
        ...defaults,
        loginUrl: '/v1/account/sessions',
        loginFields: ['username:email', 'password:pass_phrase'],
        tokenField: 'access_token',
        session: everyType,
      },
      current,
    ],
    ['tokens that are renewed', { ...defaults, ...renewing }, current],
    ['a provider that signs users in', { ...defaults, ...withProvider }, current],
    [
      'a provider without a preset, beside a page of the app',
      { ...defaults, ...withProvider, oidcProvider: 'none', oidcScope: '', endpointOrigins: [], loginPage: 'existing' },
      generations[0]!,
    ],
    ['a provider, in an older Angular', { ...defaults, ...withProvider, passcodePrompt: 'custom' }, generations[5]!],
    [
      'tokens that are renewed by a server of a page',
      { ...defaults, ...renewing, refreshTokenField: 'refreshToken', session: everyType },
      { ...current, major: 15, ionicMajor: 8, shape: { ...standalone, interceptor: 'class' }, rendersOnServer: true },
    ],
    [
      'many API origins',
      { ...defaults, apiOrigins: Array.from({ length: 5 }, (_, n) => `https://api${n}.example.com`) },
      current,
    ],
    ...generations.flatMap((versions): [string, Options, AngularVersions][] =>
      (['native', 'custom'] as const).map((passcodePrompt) => [
        `Angular ${versions.major}, ${Object.values(versions.shape).join(', ')}, ${passcodePrompt} prompt${versions.rendersOnServer ? ', on a server' : ''}`,
        { ...defaults, passcodePrompt, accountPage: passcodePrompt === 'custom' },
        { ...versions, ...(passcodePrompt === 'custom' ? { addresses: 'environment', environmentFile } : {}) },
      ]),
    ),
  ] satisfies [string, Options, AngularVersions][])(
    'is formatted as Prettier would have it: %s',
    async (_, options, versions) => {
      for (const file of renderFiles(options, versions)) {
        expect(file.text, file.path).toBe(await formatted(file));
      }
    },
  );

  it('writes six options of the vault by default, and no other', () => {
    const service = renderFile('identity.service.ts', defaults);
    const [, given = ''] = /super\(inject\(Platform\), \{\n([^}]*)\}/.exec(service) ?? [];

    expect(
      given
        .trim()
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual([
      'authMode: AuthMode.BiometricAndPasscode,',
      'restoreSessionOnReady: false,',
      'unlockOnReady: false,',
      'unlockOnAccess: true,',
      'lockAfter: 5000,',
      'hideScreenOnBackground: true,',
    ]);
  });

  it('leaves out nothing but what the plugin does anyway', () => {
    for (const [key, value] of Object.entries(pluginDefaults)) {
      const said = new RegExp(`Default:? (?:\`${String(value)}\`|none)[.;]`);
      const [, comment = ''] = new RegExp(`/\\*\\*([^/]*)\\*/\\s+${key}\\?`).exec(declared) ?? [];
      expect(comment, key).toMatch(value === '' ? /Default: none\./ : said);
    }
  });

  it('writes each option of the vault on its own line', () => {
    for (const authMode of authModes) {
      const service = renderFile('identity.service.ts', { ...defaults, authMode, lockAfter: 0, unlockOnReady: true });

      expect(service).toContain(`\n      authMode: AuthMode.${authMode},\n`);
      expect(service).toContain('\n      lockAfter: 0,\n');
      expect(service).toContain('\n      unlockOnReady: true,\n');
    }
  });

  it('leaves out what the options leave out', () => {
    const paths = (options: Partial<Options>) => renderFiles({ ...defaults, ...options }).map(({ path }) => path);

    expect(paths({ tests: false }).filter((path) => path.includes('.spec.'))).toEqual([]);
    expect(paths({})).toContain('src/app/identity/testing.ts');
    expect(paths({ tests: false })).not.toContain('src/app/identity/testing.ts');
    expect(paths({ loginPage: 'existing' }).filter((path) => path.includes('/login/'))).toEqual([]);
    expect(paths({}).filter((path) => path.includes('/account/'))).toEqual([]);
    expect(paths({ accountPage: true })).toContain('src/app/identity/account/account.page.ts');
    expect(paths({ passcodePrompt: 'native' }).filter((path) => path.includes('/passcode/'))).toEqual([]);
    expect(paths({ codeDir: 'src/app/core/vault' })).toContain('src/app/core/vault/session.ts');
  });

  it('says nothing of renewing tokens where they are not renewed', () => {
    const texts = renderFiles({ ...defaults, refreshTokenField: 'r' }).map(({ path, text }) => `${path}\n${text}`);

    expect(texts.filter((text) => /refresh|renew|expiresIn|received/i.test(text))).toEqual([]);
  });

  it('has no client of its own server, and no form, where a provider signs users in', () => {
    const files = renderFiles({ ...defaults, ...withProvider, ...renewing, session: everyType });
    const names = files.map(({ path }) => path.slice(defaults.codeDir.length + 1));
    const text = (name: string) => files.find(({ path }) => path.endsWith(`/${name}`))!.text;

    expect(names).toContain('oidc.client.ts');
    expect(names).toContain('identity.tokens.ts');
    expect(names.filter((name) => /^(sign-in|refresh)\.client|^session\.spec/.test(name))).toEqual([]);
    expect(text('login/login.page.html')).not.toMatch(/ion-input|form/);
    expect(text('session.ts')).toContain('export type Session = OidcSession;');
    expect(text('addresses.ts')).toContain("issuer: 'https://example.eu.auth0.com/',");
    expect(files.filter(({ text }) => /loginUrl|refreshUrl/.test(text))).toEqual([]);
  });

  it.each([
    ['none', 'https://login.example.com', undefined],
    ['auth0', 'https://example.eu.auth0.com/', 'auth0'],
    ['entra', 'https://login.microsoftonline.com/5a8f/v2.0', 'entra'],
    ['entra', 'https://login.microsoftonline.com/organizations/v2.0', 'entraMultiTenant'],
    ['cognito', 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A', 'cognito'],
    ['keycloak', 'https://login.example.com/realms/main', 'keycloak'],
    ['okta', 'https://example.okta.com/oauth2/default', 'okta'],
  ] as const)('the preset of %s at %s is %s', (oidcProvider, issuer, preset) => {
    const client = renderFile('oidc.client.ts', { ...defaults, ...withProvider, oidcProvider, issuer });

    expect(/configFor\((\w+), /.exec(client)?.[1]).toBe(preset);
  });

  it('leads back to the page of a phone by the scheme of the app', () => {
    const client = renderFile('oidc.client.ts', { ...defaults, ...withProvider, postLogoutPath: '' });

    expect(client).toContain('? `com.example.notes:${path}`');
    expect(client).toContain("postLogoutRedirectUri: addressOf('/'),");
    expect(renderFile('identity.navigation.ts', { ...defaults, ...withProvider })).toContain(
      '[LOGIN_PATH, UNLOCK_PATH, CALLBACK_PATH].includes',
    );
  });

  it('maps what a renewal needs, under the server’s names', () => {
    const options = { ...defaults, ...renewing };
    const session = renderFile('session.ts', options);
    const client = renderFile('refresh.client.ts', options);

    expect(session).toContain('  expiresIn: number;\n  refreshToken: string;\n');
    expect(session).toContain(
      '    token: given.access_token,\n    expiresIn: given.expires_in,\n    refreshToken: given.refresh_token,\n',
    );
    expect(client).toContain('{ refresh_token: refreshToken }');
    expect(client).toContain('    refreshToken: given.refresh_token ?? session.refreshToken,\n');
    expect(renderFile('addresses.ts', options)).toContain("refreshUrl: 'https://api.example.com/oauth/refresh',");
  });

  it('notes when a session came where its time is known and something is done about it', () => {
    const login = (options: Partial<Options>) =>
      /super\.login\((.*), authMode\)/.exec(renderFile('identity.service.ts', { ...defaults, ...options }))?.[1];

    expect(login(renewing)).toBe('received(session)');
    expect(login({ ...renewing, expiryField: '' })).toBe('session');
    expect(login({ expiryField: 'expires_in' })).toBe('session');
    expect(renderFile('session.ts', { ...defaults, expiryField: 'expires_in' })).toContain('  expiresIn: number;\n}');
  });

  it('follows the installed majors', () => {
    const login = (versions: Omit<AngularVersions, 'shape'>, shape = standalone) =>
      renderFiles(defaults, { ...versions, shape }).find(({ path }) => path.endsWith('login.page.ts'))!.text;

    expect(login({ major: 21, ionicMajor: 9 })).toMatch(/from '@ionic\/angular';/);
    expect(login({ major: 21, ionicMajor: 8 })).toMatch(/from '@ionic\/angular\/standalone';/);
    expect(login({ major: 19, ionicMajor: 8 })).not.toContain('standalone: true');
    expect(login({ major: 18, ionicMajor: 8 })).toContain('standalone: true');
    expect(login({ major: 18, ionicMajor: 8 })).toContain('signal(');
    expect(login({ major: 17, ionicMajor: 7 })).not.toContain('signal');
    expect(login({ major: 21, ionicMajor: 9 }, inModules)).toMatch(/from '@ionic\/angular\/lazy';/);
    expect(login({ major: 20, ionicMajor: 8 }, inModules)).toMatch(/from '@ionic\/angular';/);
    expect(login({ major: 19, ionicMajor: 8 }, inModules)).toContain('standalone: false');
    expect(login({ major: 18, ionicMajor: 8 }, inModules)).not.toContain('standalone');
  });

  it('declares each page in a module of its own where the app is made of NgModules', () => {
    const paths = renderFiles({ ...defaults, passcodePrompt: 'custom' }, { ...current, shape: inModules }).map(
      ({ path }) => path.slice(defaults.codeDir.length + 1),
    );

    expect(paths.filter((path) => path.endsWith('.module.ts'))).toEqual([
      'login/login.module.ts',
      'unlock/unlock.module.ts',
    ]);
    expect(renderFiles(defaults).filter(({ text }) => /NgModule|IonicModule/.test(text))).toEqual([]);
  });

  it.each([
    [9, '@ionic/angular/lazy'],
    [8, '@ionic/angular'],
  ])('imports IonicModule of Ionic %i in standalone pages of an app that has set it up', (ionicMajor, entry) => {
    const files = renderFiles(
      { ...defaults, passcodePrompt: 'custom' },
      { ...current, ionicMajor, shape: withIonicModule },
    );
    const text = (name: string) => files.find(({ path }) => path.endsWith(`/${name}`))!.text;

    expect(files.filter(({ path, text }) => path.endsWith('.module.ts') || /NgModule\b/.test(text))).toEqual([]);
    for (const page of ['login/login.page.ts', 'unlock/unlock.page.ts', 'passcode/passcode.modal.ts']) {
      expect(text(page)).toMatch(/^  imports: \[IonicModule\b/m);
      expect(text(page)).toContain(`from '${entry}';`);
    }
    expect(text('testing.ts')).toContain('IonicModule.forRoot()');
    expect(
      files.flatMap(({ text }) => [...text.matchAll(/'@ionic.angular[^']*'/g)].map(([found]) => found)),
    ).not.toContain(`'@ionic/angular/standalone'`);
  });

  it('gives specs one form in every app: what is different stands in testing.ts', () => {
    const spec = (name: string, versions: AngularVersions) =>
      renderFiles(defaults, versions).find(({ path }) => path.endsWith(`/${name}.spec.ts`))!.text;

    for (const name of ['identity.service', 'auth.interceptor', 'auth.guard']) {
      const forms = generations.map((versions) =>
        spec(name, versions).replaceAll(/\b(?:auth|resume|unlock)(?=Guard|Interceptor)/g, className),
      );
      expect(new Set(forms).size, name).toBe(1);
    }
  });

  it('is tested through testing.ts, which nothing else imports and which needs no test runner', () => {
    const runner = /(?<![\w.])(describe|it|test|expect|beforeEach|afterEach|vi|jest|jasmine)(\.\w+)*\(/;
    for (const { options, versions } of combinations) {
      for (const { path, text } of renderFiles(options, versions).filter((file) => file.path.endsWith('.ts'))) {
        const isSpec = path.endsWith('.spec.ts');
        expect(runner.test(text), path).toBe(isSpec);
        expect(/from '\.{1,2}\/testing'/.test(text), path).toBe(isSpec);
      }
    }
  });

  it('names classes in PascalCase, whatever their option is called', () => {
    const options = { ...defaults, interceptorName: 'tokenInterceptor', guardName: 'gate' };
    const shape: CodeShape = { ...inModules, interceptor: 'class', guard: 'class' };
    const file = (name: string) =>
      renderFiles(options, { major: 14, ionicMajor: 7, shape }).find(({ path }) => path.endsWith(`/${name}`))!.text;

    expect(file('token.interceptor.ts')).toContain('export class TokenInterceptor implements HttpInterceptor {');
    expect(file('gate.guard.ts')).toContain('export class Gate implements CanActivate {');
    expect(file('gate.guard.spec.ts')).toContain('canActivate: [Gate]');
  });

  it('checks each field of the session for its type', async () => {
    const session = renderFile('session.ts', { ...defaults, session: everyType });
    const { outputText } = ts.transpileModule(session, { compilerOptions: { module: ts.ModuleKind.ESNext } });
    const { isSession } = (await import(`data:text/javascript,${encodeURIComponent(outputText)}`)) as {
      isSession: (value: unknown) => boolean;
    };
    const good: Record<string, unknown> = {
      username: 'ada',
      token: 'token',
      field0: 'text',
      field1: 1,
      field2: true,
      field3: ['text'],
      field4: [1],
      field5: [],
    };

    expect(isSession(good)).toBe(true);
    for (const value of [undefined, null, 'text', {}, []]) expect(isSession(value)).toBe(false);
    for (const name of Object.keys(good)) {
      for (const wrong of [undefined, null, {}, [{}], name === 'field1' ? 'text' : 7]) {
        expect(isSession({ ...good, [name]: wrong }), `${name}: ${JSON.stringify(wrong)}`).toBe(false);
      }
    }
    expect(isSession({ ...good, token: '' })).toBe(false);
  });
});

describe('a hostile value', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      "', process.exit(1), '",
      '\\',
      "\\'",
      '`${alert(1)}`',
      '*/ alert(1) /*',
      '// comment',
      '\u2028\u2029\r\n',
      '</script><%= 1 %><%- serviceName %>',
      '\ud800',
      '$& $1 $$',
    ),
  );

  it('stays inside its string literal', () => {
    const harmless = stringsIn(renderFile('identity.service.ts', { ...defaults, iosPromptText: 'harmless' }));

    fc.assert(
      fc.property(hostile, (iosPromptText) => {
        const service = renderFile('identity.service.ts', { ...defaults, iosPromptText });

        expect(stringsIn(service)).toEqual(harmless.map((text) => (text === 'harmless' ? iosPromptText : text)));
        expect(syntaxErrors({ path: 'identity.service.ts', template: '', text: service })).toEqual([]);
      }),
    );
  });

  it('reaches no file but the one it belongs to, and leaves its structure alone', () => {
    const keys = ['androidPromptTitle', 'loginPath', 'unlockPath', 'homePath'] as const;
    // A text that is the plugin's own is not written.
    const given = { ...defaults, androidPromptTitle: 'harmless' };
    const shapes = renderFiles(given).map(shapeOf);

    fc.assert(
      fc.property(fc.constantFrom(...keys), hostile, (key, value) => {
        const files = renderFiles({ ...given, [key]: value, apiOrigins: [value] });

        expect(files.map(shapeOf)).toEqual(shapes);
      }),
      { numRuns: 30 },
    );
  });

  it.each(['serviceName', 'sessionName', 'interceptorName', 'guardName', 'tokenField', 'refreshTokenField'] as const)(
    'is no %s',
    (key) => {
      for (const name of ['', 'a b', 'a;b', 'a\n', '1a', "a'", 'a-b', 'a.b', '\u2028']) {
        expect(() => angularFiles({ ...defaults, [key]: name }, current), JSON.stringify(name)).toThrow(CliError);
      }
    },
  );

  it('is no name in the request that signs in', () => {
    for (const name of ['', 'a b', 'a;b', "a'", '1a', '}']) {
      const loginFields = [`username:${name}`, 'password'];
      expect(() => angularFiles({ ...defaults, loginFields }, current), JSON.stringify(name)).toThrow(CliError);
    }
  });

  it('is no field and no type of the session', () => {
    const withField = (name: string, type: string) => () =>
      angularFiles({ ...defaults, session: [{ name, type }] as unknown as Options['session'] }, current);

    expect(withField('a: 1; b', 'string')).toThrow(CliError);
    expect(withField('a', 'string; b: any')).toThrow(CliError);
    expect(withField('a', 'toString')).toThrow(CliError);
  });
});

/** The syntax tree without the values of strings; the whole text of what is not TypeScript. */
function shapeOf({ path, text }: Rendered): string {
  if (!path.endsWith('.ts')) return text;
  const kinds: ts.SyntaxKind[] = [];
  const visit = (node: ts.Node): void => {
    kinds.push(node.kind);
    node.forEachChild(visit);
  };
  visit(parse(text));
  return `${path} ${kinds.join(' ')}`;
}
