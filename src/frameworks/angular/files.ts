import { templates } from 'virtual:templates';
import type { TemplateEdit } from '../../model/edit.ts';
import { CliError } from '../../model/errors.ts';
import type { Options } from '../../options/options.ts';
import type { CodeShape } from './code-shape.ts';
import type { AngularOptions } from './angular-options.ts';
import { templateValues, type AngularVersions } from './template-values.ts';

interface GeneratedFile {
  /** Path below `codeDir`. */
  readonly output: string;
  /** Path in a template folder without `.ejs`, where it isn't the output. */
  readonly variant?: string;
}

/** The files an Angular app gets, each with its template; which ones and in which variant follows the options. */
export function angularFiles(options: AngularOptions, versions: AngularVersions): TemplateEdit[] {
  const values = templateValues(options, versions);
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
