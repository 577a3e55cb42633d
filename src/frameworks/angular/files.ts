import type { TemplateEdit } from '../../model/edit.ts';
import type { Options } from '../../options/options.ts';
import { sessionMembers } from '../../options/session-members.ts';
import type { AngularVersions, StyleExtension } from './code-shape.ts';
import { codeFiles } from './code-files.ts';
import { componentValues } from './component-values.ts';
import { idleValues, warnsOfIdleLock } from './idle-values.ts';
import { renewsTokens } from './refresh-values.ts';
import { passcodeValues } from './passcode-values.ts';
import { templateValues } from './template-values.ts';
import { findTemplate } from './templates.ts';
import type { AngularOptions } from './angular-options.ts';

interface GeneratedFile {
  /** Path below `codeDir`. */
  readonly output: string;
  /** The template's path without `.ejs`, where it isn't the output. */
  readonly variant?: string;
}

/** The files an Angular app gets, each with its template; which ones and in which variant follows the options. */
export function angularFiles(options: AngularOptions, versions: AngularVersions): TemplateEdit[] {
  const shared = {
    ...templateValues(options, versions),
    ...passcodeValues(options, versions),
    ...idleValues(options, versions),
  };
  return chosenFiles(options, versions).map(({ output, variant = output }) => ({
    kind: 'template',
    id: `file:${output}`,
    path: `${options.codeDir}/${output}`,
    template: findTemplate(variant, versions),
    values: { ...shared, ...componentValues({ output, variant }, versions) },
  }));
}

function chosenFiles(options: AngularOptions, versions: AngularVersions): GeneratedFile[] {
  const files = [...services(options, versions), ...pages(options, versions)];
  return files.filter(({ output }) => options.tests || !isForTests(output));
}

function isForTests(output: string): boolean {
  return output === 'testing.ts' || output.endsWith('.spec.ts');
}

function services(options: AngularOptions, { shape, addresses = 'constants' }: AngularVersions): GeneratedFile[] {
  const { interceptor, guard, ionic } = shape;
  const { interceptorFile, guardFile } = codeFiles(options);
  const isOidc = options.auth === 'oidc';
  const renews = renewsTokens(options);
  return [
    variant('addresses', `${addresses}.ts`),
    ...session(options),
    ...withSpec('session-state'),
    ...withSpec('identity.service'),
    ...withSpec('identity.navigation'),
    { output: 'identity.screen.ts' },
    ...(warnsOfIdleLock(options) ? withSpec('idle-notice') : []),
    ...(isOidc ? withSpec('oidc.client') : ownClients(options)),
    ...(renews ? withSpec('identity.tokens', isOidc ? '.oidc' : '') : []),
    named(interceptorFile, `interceptor${renews ? '.refresh' : ''}${interceptor === 'class' ? '.class' : ''}.ts`),
    named(interceptorFile, 'interceptor.spec.ts'),
    named(guardFile, guard === 'class' ? 'guard.class.ts' : 'guard.ts'),
    named(guardFile, 'guard.spec.ts'),
    variant('testing', `${ionic}.ts`),
  ];
}

function session(options: AngularOptions): GeneratedFile[] {
  if (options.auth === 'oidc') return [variant('session', 'oidc.ts')];
  const isUsual = sessionMembers(options).length === 0;
  return [isUsual ? variant('session', 'default.ts') : { output: 'session.ts' }, { output: 'session.spec.ts' }];
}

/** What asks the app's own server. */
function ownClients({ loginPage, refreshUrl }: AngularOptions): GeneratedFile[] {
  return [
    ...(loginPage === 'generate' ? withSpec('sign-in.client') : []),
    ...(refreshUrl === '' ? [] : withSpec('refresh.client')),
  ];
}

function withSpec(name: string, kind = ''): GeneratedFile[] {
  return ['ts', 'spec.ts'].map((end) => ({ output: `${name}.${end}`, variant: `${name}${kind}.${end}` }));
}

function pages(options: Options, versions: AngularVersions): GeneratedFile[] {
  const { auth, loginPage, passcodePrompt, accountPage } = options;
  const isOidc = auth === 'oidc';
  const login = [...page('login/login', versions), { output: 'login/login.page.spec.ts' }].map((file) =>
    isOidc ? ofProvider(file) : file,
  );
  const unlock = [...page('unlock/unlock', versions), { output: 'unlock/unlock.page.spec.ts' }];
  const account = [
    ...page('account/account', versions),
    { output: 'account/account.page.spec.ts' },
    { output: 'account/lock-words.ts' },
    { output: 'account/modes.ts' },
  ];
  const passcode = [
    ...component('passcode/passcode.modal', versions.style),
    { output: 'passcode/passcode.modal.spec.ts' },
  ];
  return [
    // The provider sends users back to it, also where the app has a page of its own to sign in.
    ...(loginPage === 'generate' || isOidc ? login : []),
    ...unlock,
    ...(accountPage ? account : []),
    ...(passcodePrompt === 'custom' ? passcode : []),
  ];
}

/** `login.page.ts` from the template `login.page.oidc.ts`. */
function ofProvider({ output, variant = output }: GeneratedFile): GeneratedFile {
  return { output, variant: variant.replace(/(?=(\.spec)?\.\w+$)/, '.oidc') };
}

function page(name: string, { shape: { pages }, style }: AngularVersions): GeneratedFile[] {
  const module = { output: `${name}.module.ts` };
  return [...component(`${name}.page`, style), ...(pages === 'module' ? [module] : [])];
}

/** There is nothing in the style sheets that only SCSS has. */
function component(name: string, style: StyleExtension = 'scss'): GeneratedFile[] {
  const code = ['ts', 'html'].map((extension) => ({ output: `${name}.${extension}` }));
  return [...code, { output: `${name}.${style}`, variant: `${name}.scss` }];
}

/** `named('a.guard', 'guard.class.ts')`: the file `a.guard.ts` from the template `guard.class.ts`. */
function named(file: string, template: string): GeneratedFile {
  return { output: `${file}${template.endsWith('.spec.ts') ? '.spec' : ''}.ts`, variant: template };
}

/** `variant('a', 'x.spec.ts')`: the file `a.spec.ts` from the template `a.x.spec.ts`. */
function variant(name: string, suffix: string): GeneratedFile {
  return { output: `${name}${suffix.slice(suffix.indexOf('.'))}`, variant: `${name}.${suffix}` };
}
