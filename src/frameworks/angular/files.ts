import type { TemplateEdit } from '../../model/edit.ts';
import type { Options } from '../../options/options.ts';
import { sessionMembers } from '../../options/session-members.ts';
import type { AngularVersions, StyleExtension } from './code-shape.ts';
import { codeFiles } from './code-files.ts';
import { componentValues } from './component-values.ts';
import { idleValues, warnsOfIdleLock } from './idle-values.ts';
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
    values: { ...shared, ...componentValues(output, versions) },
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
  const renews = options.refreshUrl !== '';
  return [
    variant('addresses', `${addresses}.ts`),
    sessionMembers(options).length === 0 ? variant('session', 'default.ts') : { output: 'session.ts' },
    { output: 'session.spec.ts' },
    ...withSpec('session-state'),
    ...withSpec('identity.service'),
    ...withSpec('identity.navigation'),
    { output: 'identity.screen.ts' },
    ...(warnsOfIdleLock(options) ? withSpec('idle-notice') : []),
    ...(options.loginPage === 'generate' ? withSpec('sign-in.client') : []),
    ...(renews ? [...withSpec('refresh.client'), ...withSpec('identity.tokens')] : []),
    named(interceptorFile, `interceptor${renews ? '.refresh' : ''}${interceptor === 'class' ? '.class' : ''}.ts`),
    named(interceptorFile, 'interceptor.spec.ts'),
    named(guardFile, guard === 'class' ? 'guard.class.ts' : 'guard.ts'),
    named(guardFile, 'guard.spec.ts'),
    variant('testing', `${ionic}.ts`),
  ];
}

function withSpec(name: string): GeneratedFile[] {
  return [{ output: `${name}.ts` }, { output: `${name}.spec.ts` }];
}

function pages(options: Options, versions: AngularVersions): GeneratedFile[] {
  const { loginPage, passcodePrompt, accountPage } = options;
  const login = [...page('login/login', versions), { output: 'login/login.page.spec.ts' }];
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
    ...(loginPage === 'generate' ? login : []),
    ...unlock,
    ...(accountPage ? account : []),
    ...(passcodePrompt === 'custom' ? passcode : []),
  ];
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
