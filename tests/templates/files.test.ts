import fc from 'fast-check';
import { format } from 'prettier';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { templates } from 'virtual:templates';
import { CliError } from '../../src/model/errors.ts';
import { angularFiles } from '../../src/frameworks/angular/files.ts';
import type { AngularVersions } from '../../src/frameworks/angular/template-values.ts';
import type { CodeShape } from '../../src/frameworks/angular/code-shape.ts';
import { authModes, sessionFieldTypes, type Options } from '../../src/options/options.ts';
import { renderTemplate } from '../../src/render/render-template.ts';
import { fakeOptions } from '../support/stages.ts';

const defaults = fakeOptions({ project: 'notes', apiOrigins: ['https://api.example.com'] });
const standalone: CodeShape = { pages: 'standalone', interceptor: 'function', guard: 'function' };
const inModules: CodeShape = { pages: 'module', interceptor: 'function', guard: 'function' };
const current: AngularVersions = { major: 21, ionicMajor: 9, shape: standalone };

/** Every form of the code, for every generation of the framework that has it. */
const generations: readonly AngularVersions[] = [
  { major: 14, ionicMajor: 7, shape: { pages: 'module', interceptor: 'class', guard: 'class' } },
  ...[15, 17, 18, 19, 22].flatMap((major) =>
    (['standalone', 'module'] as const).flatMap((pages) =>
      (['function', 'class'] as const).map((interceptor) => ({
        major,
        ionicMajor: major >= 21 ? 9 : 8,
        shape: { pages, interceptor, guard: 'function' as const },
      })),
    ),
  ),
];
const everyType = sessionFieldTypes.map((type, index) => ({ name: `field${index}`, type }));

/** Every set of options that selects another template, for every generation of the framework. */
const combinations = (['native', 'custom'] as const).flatMap((passcodePrompt) =>
  (['generate', 'existing'] as const).flatMap((loginPage) =>
    [[], ['https://api.example.com']].flatMap((apiOrigins) =>
      [[], everyType].flatMap((session) =>
        generations.map((versions) => ({
          options: { ...defaults, passcodePrompt, loginPage, apiOrigins, session },
          versions,
        })),
      ),
    ),
  ),
);

interface Rendered {
  readonly path: string;
  readonly template: string;
  readonly text: string;
}

function renderFiles(options: Options, versions = current): Rendered[] {
  return angularFiles(options, versions).map(({ path, template, values }) => ({
    path,
    template,
    text: renderTemplate(template, values),
  }));
}

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

describe('angularFiles', () => {
  it('renders every combination of variants to complete files', () => {
    const seen = new Set<string>();
    for (const { options, versions } of combinations) {
      for (const { values } of angularFiles(options, versions)) {
        expect(Object.values(values).join('\n')).not.toMatch(/\b(undefined|null)\b/);
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
    const own = Object.keys(templates).filter((template) => template.startsWith('angular'));

    expect([...new Set(used.map(({ template }) => template))].sort()).toEqual(own.sort());
  });

  it.each([
    ['the default options', defaults, current],
    [
      'a custom passcode prompt, a session of every type',
      { ...defaults, passcodePrompt: 'custom', session: everyType },
      current,
    ],
    ['no API origin', { ...defaults, apiOrigins: [] }, current],
    [
      'many API origins',
      { ...defaults, apiOrigins: Array.from({ length: 5 }, (_, n) => `https://api${n}.example.com`) },
      current,
    ],
    ...generations.flatMap((versions): [string, Options, AngularVersions][] =>
      (['native', 'custom'] as const).map((passcodePrompt) => [
        `Angular ${versions.major}, ${Object.values(versions.shape).join(', ')}, ${passcodePrompt} prompt`,
        { ...defaults, passcodePrompt, apiOrigins: passcodePrompt === 'custom' ? [] : defaults.apiOrigins },
        versions,
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

  it('writes each option of the vault on its own line', () => {
    for (const authMode of authModes) {
      const service = renderFile('identity.service.ts', { ...defaults, authMode, lockAfter: 0, unlockOnReady: true });

      expect(service).toContain(`\n      authMode: AuthMode.${authMode},\n`);
      expect(service).toContain('\n      lockAfter: 0,\n');
      expect(service).toContain('\n      unlockOnReady: true,\n');
      expect(service).toContain("\n      androidPromptSubtitle: '',\n");
    }
  });

  it('leaves out what the options leave out', () => {
    const paths = (options: Partial<Options>) => renderFiles({ ...defaults, ...options }).map(({ path }) => path);

    expect(paths({ tests: false }).filter((path) => path.includes('.spec.'))).toEqual([]);
    expect(paths({ loginPage: 'existing' }).filter((path) => path.includes('/login/'))).toEqual([]);
    expect(paths({ passcodePrompt: 'native' }).filter((path) => path.includes('/passcode/'))).toEqual([]);
    expect(paths({ codeDir: 'src/app/core/vault' })).toContain('src/app/core/vault/session.ts');
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

  it('names classes in PascalCase, whatever their option is called', () => {
    const options = { ...defaults, interceptorName: 'tokenInterceptor', guardName: 'gate' };
    const shape: CodeShape = { pages: 'module', interceptor: 'class', guard: 'class' };
    const file = (name: string) =>
      renderFiles(options, { major: 14, ionicMajor: 7, shape }).find(({ path }) => path.endsWith(`/${name}`))!.text;

    expect(file('auth.interceptor.ts')).toContain('export class TokenInterceptor implements HttpInterceptor {');
    expect(file('auth.guard.ts')).toContain('export class Gate implements CanActivate {');
    expect(file('auth.guard.spec.ts')).toContain('canActivate: [Gate]');
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
    const shapes = renderFiles(defaults).map(shapeOf);

    fc.assert(
      fc.property(fc.constantFrom(...keys), hostile, (key, value) => {
        const files = renderFiles({ ...defaults, [key]: value, apiOrigins: [value] });

        expect(files.map(shapeOf)).toEqual(shapes);
      }),
      { numRuns: 30 },
    );
  });

  it.each(['serviceName', 'sessionName', 'interceptorName', 'guardName'] as const)('is no %s', (key) => {
    for (const name of ['', 'a b', 'a;b', 'a\n', '1a', "a'", 'a-b', 'a.b', '\u2028']) {
      expect(() => angularFiles({ ...defaults, [key]: name }, current), JSON.stringify(name)).toThrow(CliError);
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
