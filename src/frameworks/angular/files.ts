import { templates } from 'virtual:templates';
import { literal } from '../../code/literal.ts';
import type { TemplateEdit } from '../../edits/edit.ts';
import { CliError } from '../../errors.ts';
import type { Options } from '../../options/options.ts';
import { codeNames, type CodeShape } from './code-shape.ts';

/** What the templates depend on besides the options: majors of `@angular/core` and `@ionic/angular`, and the form of the code. */
export interface AngularVersions {
  readonly major: number;
  readonly ionicMajor: number;
  readonly shape: CodeShape;
}

interface GeneratedFile {
  /** Path below `codeDir`. */
  readonly output: string;
  /** Path in a template folder without `.ejs`, where it isn't the output. */
  readonly variant?: string;
}

/** The files an Angular app gets, each with its template; which ones and in which variant follows the options. */
export function angularFiles(options: Options, versions: AngularVersions): TemplateEdit[] {
  const values = substitutions(options, versions);
  return chosenFiles(options, versions.shape).map(({ output, variant = output }) => ({
    kind: 'template',
    id: `file:${output}`,
    path: `${options.codeDir}/${output}`,
    template: templateFor(variant, versions),
    values,
  }));
}

function chosenFiles(options: Options, shape: CodeShape): GeneratedFile[] {
  const files = [...services(options, shape), ...pages(options, shape)];
  return files.filter(({ output }) => options.tests || !output.endsWith('.spec.ts'));
}

function services({ session, passcodePrompt, apiOrigins }: Options, { interceptor }: CodeShape): GeneratedFile[] {
  const custom = passcodePrompt === 'custom';
  const kind = interceptor === 'class' ? 'class.' : '';
  const origin = apiOrigins.length === 0 ? 'no-origin.' : '';
  return [
    session.length === 0 ? { output: 'session.ts', variant: 'session.default.ts' } : { output: 'session.ts' },
    custom ? variant('identity.service', 'custom-passcode.ts') : { output: 'identity.service.ts' },
    custom ? variant('identity.service', 'custom-passcode.spec.ts') : { output: 'identity.service.spec.ts' },
    { output: 'auth.interceptor.ts', variant: `auth.interceptor.${kind}ts` },
    { output: 'auth.interceptor.spec.ts', variant: `auth.interceptor.${kind}${origin}spec.ts` },
    { output: 'auth.guard.ts' },
    { output: 'auth.guard.spec.ts' },
  ];
}

function pages({ loginPage, passcodePrompt, apiOrigins }: Options, shape: CodeShape): GeneratedFile[] {
  const loginSpec =
    apiOrigins.length === 0 ? variant('login/login.page', 'no-origin.spec.ts') : { output: 'login/login.page.spec.ts' };
  const unlockSpec = { output: 'unlock/unlock.page.spec.ts' };
  const passcodeSpec = { output: 'passcode/passcode.modal.spec.ts' };
  const module = (name: string) => (shape.pages === 'module' ? [{ output: `${name}.module.ts` }] : []);
  return [
    ...(loginPage === 'generate' ? [...page('login/login.page'), ...module('login/login'), loginSpec] : []),
    ...[...page('unlock/unlock.page'), ...module('unlock/unlock'), unlockSpec],
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

/** From the folder that fits best; what is no different there is in one behind it. */
function templateFor(variant: string, versions: AngularVersions): string {
  const paths = templateFolders(versions).map((folder) => `${folder}/${variant}.ejs`);
  const found = paths.find((path) => templates[path] !== undefined);
  if (found === undefined) throw new CliError('INTERNAL', `There is no template for ${variant}.`);
  return found;
}

/** Control flow and signal queries are stable from 18 on; the `provide…` functions and functional guards from 15 on. */
function templateFolders({ major, shape }: AngularVersions): string[] {
  const isModule = shape.pages === 'module';
  return [
    ...(major < 15 ? ['angular-14'] : []),
    ...(isModule && major < 18 ? ['angular-module-15'] : []),
    ...(isModule ? ['angular-module'] : []),
    ...(major < 18 ? ['angular-15'] : []),
    'angular',
  ];
}

function substitutions(options: Options, { major, ionicMajor, shape }: AngularVersions): Record<string, string> {
  return {
    ionic: text(ionicEntry(ionicMajor, shape)),
    standalone: standaloneFlag(major, shape),
    ...names(options, shape),
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

function ionicEntry(ionicMajor: number, { pages }: CodeShape): string {
  if (ionicMajor >= 9) return pages === 'module' ? '@ionic/angular/lazy' : '@ionic/angular';
  return pages === 'module' ? '@ionic/angular' : '@ionic/angular/standalone';
}

/** Said where it isn't Angular's default: components are standalone by default from 19 on. */
function standaloneFlag(major: number, { pages }: CodeShape): string {
  const isStandalone = pages === 'standalone';
  return isStandalone === major >= 19 ? '' : `\n  standalone: ${String(isStandalone)},`;
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

function names(options: Options, shape: CodeShape): Record<string, string> {
  const { interceptorName, guardName } = codeNames(options, shape);
  return {
    serviceName: identifier(options.serviceName),
    sessionName: identifier(options.sessionName),
    interceptorName: identifier(interceptorName),
    guardName: identifier(guardName),
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
