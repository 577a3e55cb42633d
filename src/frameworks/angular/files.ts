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
  const files = [...services(options), ...pages(options)];
  return files.filter(({ output }) => options.tests || !output.endsWith('.spec.ts'));
}

function services({ session, passcodePrompt, apiOrigins }: Options): GeneratedFile[] {
  const custom = passcodePrompt === 'custom';
  return [
    session.length === 0 ? { output: 'session.ts', variant: 'session.default.ts' } : { output: 'session.ts' },
    custom ? variant('identity.service', 'custom-passcode.ts') : { output: 'identity.service.ts' },
    custom ? variant('identity.service', 'custom-passcode.spec.ts') : { output: 'identity.service.spec.ts' },
    { output: 'auth.interceptor.ts' },
    apiOrigins.length === 0 ? variant('auth.interceptor', 'no-origin.spec.ts') : { output: 'auth.interceptor.spec.ts' },
    { output: 'auth.guard.ts' },
    { output: 'auth.guard.spec.ts' },
  ];
}

function pages({ loginPage, passcodePrompt, apiOrigins }: Options): GeneratedFile[] {
  const loginSpec =
    apiOrigins.length === 0 ? variant('login/login.page', 'no-origin.spec.ts') : { output: 'login/login.page.spec.ts' };
  const unlockSpec = { output: 'unlock/unlock.page.spec.ts' };
  const passcodeSpec = { output: 'passcode/passcode.modal.spec.ts' };
  return [
    ...(loginPage === 'generate' ? [...page('login/login.page'), loginSpec] : []),
    ...[...page('unlock/unlock.page'), unlockSpec],
    ...(passcodePrompt === 'custom' ? [...page('passcode/passcode.modal'), passcodeSpec] : []),
  ];
}

function page(name: string): GeneratedFile[] {
  return ['ts', 'html', 'scss'].map((extension) => ({ output: `${name}.${extension}` }));
}

/** `variant('a', 'x.spec.ts')`: the file `a.spec.ts` from the template `a.x.spec.ts`. */
function variant(name: string, suffix: string): GeneratedFile {
  return { output: `${name}${suffix.slice(suffix.indexOf('.'))}`, variant: `${name}.${suffix}` };
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
    sessionFields: options.session.map(({ name, type }) => `  ${identifier(name)}: ${fieldType(type)};`).join('\n'),
    sessionChecks: options.session.map(sessionCheck).join(' &&\n'),
    ...passcodeInSpecs(options),
    sessionSamples: options.session.map(({ name, type }) => `\n  ${identifier(name)}: ${samples[type]},`).join(''),
  };
}

/** How a spec answers and cancels the passcode prompt. */
function passcodeInSpecs({ passcodePrompt }: Options): Record<string, string> {
  if (passcodePrompt === 'native') return { answerPasscode: '', cancelPasscode: 'device.cancelPrompts();' };
  const answer = (passcode: string) => `identity.onPasscodeRequest = () => Promise.resolve('${passcode}');`;
  return {
    answerPasscode: `\n    // The modal has a spec of its own.\n    ${answer('12345678')}`,
    cancelPasscode: answer(''),
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

function fieldType(type: SessionField['type']): string {
  if (Object.hasOwn(samples, type)) return type;
  throw new CliError('INTERNAL', `${JSON.stringify(type)} is no type of a session field.`);
}

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
