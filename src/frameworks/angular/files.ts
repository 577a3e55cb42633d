import { literal } from '../../code/literal.ts';
import type { TemplateEdit } from '../../edits/edit.ts';
import { CliError } from '../../errors.ts';
import type { Options } from '../../options/options.ts';

/** What the templates depend on besides the options: majors of `@angular/core` and `@ionic/angular`. */
export interface AngularVersions {
  readonly major: number;
  readonly ionicMajor: number;
}

interface GeneratedFile {
  /** Path below `codeDir`. */
  readonly output: string;
  /** Path below `templates/angular/` without `.ejs`, where it isn't the output. */
  readonly variant?: string;
}

/** Control flow and signal queries are stable from 18 on; apps below get the files in `templates/angular-15/`. */
const firstCurrentMajor = 18;
const filesOfOlderMajors: ReadonlySet<string> = new Set([
  'login/login.page.ts',
  'login/login.page.html',
  'passcode/passcode.modal.ts',
  'passcode/passcode.modal.html',
  'unlock/unlock.page.ts',
  'unlock/unlock.page.html',
]);

/** The files an Angular app gets, each with its template; which ones and in which variant follows the options. */
export function angularFiles(options: Options, versions: AngularVersions): TemplateEdit[] {
  const values = substitutions(options, versions);
  return chosenFiles(options).map(({ output, variant = output }) => ({
    kind: 'template',
    id: `file:${output}`,
    path: `${options.codeDir}/${output}`,
    template: `${templateFolder(variant, versions)}/${variant}.ejs`,
    values,
  }));
}

function chosenFiles(options: Options): GeneratedFile[] {
  const login = options.loginPage === 'generate' ? page('login/login.page') : [];
  const passcode = options.passcodePrompt === 'custom' ? page('passcode/passcode.modal') : [];
  const files = [
    { output: 'session.ts', ...(options.session.length === 0 && { variant: 'session.default.ts' }) },
    ...service(options, 'identity.service.ts', 'identity.service.custom-passcode.ts'),
    ...service(options, 'identity.service.spec.ts', 'identity.service.custom-passcode.spec.ts'),
    ...source('auth.interceptor'),
    ...source('auth.guard'),
    ...login,
    ...page('unlock/unlock.page'),
    ...passcode,
  ];
  return files.filter(({ output }) => options.tests || !output.endsWith('.spec.ts'));
}

function service(options: Options, output: string, variant: string): GeneratedFile[] {
  return [options.passcodePrompt === 'custom' ? { output, variant } : { output }];
}

function source(name: string): GeneratedFile[] {
  return [{ output: `${name}.ts` }, { output: `${name}.spec.ts` }];
}

function page(name: string): GeneratedFile[] {
  return [...source(name), { output: `${name}.html` }, { output: `${name}.scss` }];
}

function templateFolder(variant: string, { major }: AngularVersions): string {
  return major < firstCurrentMajor && filesOfOlderMajors.has(variant) ? 'angular-15' : 'angular';
}

function substitutions(options: Options, { major, ionicMajor }: AngularVersions): Record<string, string> {
  return {
    ionic: text(ionicMajor >= 9 ? '@ionic/angular' : '@ionic/angular/standalone'),
    standalone: major < 19 ? '\n  standalone: true,' : '',
    ...names(options),
    ...vaultOptions(options),
    loginPath: route(options.loginPath),
    unlockPath: route(options.unlockPath),
    homePath: route(options.homePath),
    apiOrigins: list(options.apiOrigins),
    sessionFields: options.session.map(({ name, type }) => `  ${identifier(name)}: ${type};`).join('\n'),
    sessionChecks: options.session.map(sessionCheck).join(' &&\n'),
    sessionSamples: options.session.map(({ name, type }) => `\n  ${identifier(name)}: ${samples[type]},`).join(''),
  };
}

function names(options: Options): Record<string, string> {
  return {
    serviceName: identifier(options.serviceName),
    sessionName: identifier(options.sessionName),
    interceptorName: identifier(options.interceptorName),
    guardName: identifier(options.guardName),
  };
}

function vaultOptions(options: Options): Record<string, string> {
  return {
    authMode: identifier(options.authMode),
    restoreSessionOnReady: String(options.restoreSessionOnReady),
    unlockOnReady: String(options.unlockOnReady),
    unlockOnAccess: String(options.unlockOnAccess),
    lockAfter: String(options.lockAfter),
    hideScreenOnBackground: String(options.hideScreenOnBackground),
    allowSystemPinFallback: String(options.allowSystemPinFallback),
    shouldClearVaultAfterTooManyFailedAttempts: String(options.shouldClearVaultAfterTooManyFailedAttempts),
    androidPromptTitle: text(options.androidPromptTitle),
    androidPromptSubtitle: text(options.androidPromptSubtitle),
    androidPromptDescription: text(options.androidPromptDescription),
    androidPromptNegativeButtonText: text(options.androidPromptNegativeButtonText),
    iosPromptText: text(options.iosPromptText),
  };
}

type SessionField = Options['session'][number];

/** What a value of each type looks like in a spec. */
const samples: Readonly<Record<SessionField['type'], string>> = {
  string: "'text'",
  number: '1',
  boolean: 'true',
  'string[]': "['text']",
  'number[]': '[1]',
  'boolean[]': '[true]',
};

function sessionCheck({ name, type }: SessionField): string {
  const value = `session.${identifier(name)}`;
  if (!type.endsWith('[]')) return `    typeof ${value} === '${type}'`;
  const item = type.slice(0, -2);
  return `    Array.isArray(${value}) &&\n    ${value}.every((item) => typeof item === '${item}')`;
}

function route(path: string): string {
  return text(`/${path.replace(/^\/+/, '')}`);
}

/** On one line where it fits into 100 columns, as Prettier would have it in Angular's own set-up. */
function list(items: readonly string[]): string {
  const line = `[${items.map(text).join(', ')}]`;
  const before = 'export const API_ORIGINS: readonly string[] = ;'.length;
  return before + line.length <= 100 ? line : `[\n${items.map((item) => `  ${text(item)},\n`).join('')}]`;
}

function text(value: string): string {
  return literal(value, "'");
}

/** The name itself. Options are validated long before; this is what keeps a gap there out of the code. */
function identifier(name: string): string {
  if (/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)) return name;
  throw new CliError('INTERNAL', `${JSON.stringify(name)} can't be a name in TypeScript.`);
}
