import { literal } from '../../code/literal.ts';
import { CliError } from '../../model/errors.ts';
import type { Options } from '../../options/options.ts';
import type { AngularOptions } from './angular-options.ts';
import { codeNames, type CodeShape } from './code-shape.ts';

/** What the templates depend on besides the options: majors of `@angular/core` and `@ionic/angular`, and the form of the code. */
export interface AngularVersions {
  readonly major: number;
  readonly ionicMajor: number;
  readonly shape: CodeShape;
}

/** What is put into the templates, spelled as TypeScript. */
export function templateValues(
  options: AngularOptions,
  { major, ionicMajor, shape }: AngularVersions,
): Record<string, string> {
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

function names(options: AngularOptions, shape: CodeShape): Record<string, string> {
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
