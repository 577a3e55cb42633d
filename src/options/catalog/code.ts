import { inHome } from '../../state/setup-paths.ts';
import { className } from '../class-name.ts';
import { choice, text } from '../kinds.ts';
import { always, option, type DefaultContext, type Fallback } from '../option.ts';
import { findGuardName, findInterceptorName } from '../../frameworks/angular/free-names.ts';
import { frameworks } from '../../frameworks/frameworks.ts';
import { reservedNames } from '../../frameworks/angular/reserved-names.ts';

/** Words of the language, and built-in names that a declaration would hide. */
const reserved = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends false finally for function if ' +
    'implements import in instanceof interface let new null package private protected public return static super switch this ' +
    'throw true try typeof undefined var void while with yield await async of any unknown never string number boolean symbol ' +
    'object globalThis eval arguments window document name location history ' +
    'Array Boolean Date Error Function JSON Map Math Number Object Partial Promise Proxy Readonly Record Reflect RegExp Set ' +
    'String Symbol URL'
  ).split(' '),
);

const identifier = (what: string, pattern: RegExp) =>
  text({
    what: `${what}; not a word of TypeScript, nor a name that the generated code uses itself`,
    pattern,
    accepts: (value) => [value, className(value)].every((name) => !reserved.has(name) && !reservedNames.has(name)),
    placeholder: '<name>',
  });
const typeName = identifier('a name in PascalCase, like IdentityService', /^[A-Z][A-Za-z0-9]*$/);
const valueName = identifier('a name in camelCase, like authGuard', /^[a-z][A-Za-z0-9]*$/);

/** Which app. */
export const appOptions = [
  option('framework', {
    kind: choice(Object.keys(frameworks)),
    group: 'app',
    ask: 'never',
    help: 'Framework of the app',
    consequence: 'Detected from package.json.',
    fallback: ({ project }) => ({ value: project.framework.id, origin: 'detected' }),
  }),
  option('project', {
    kind: text({
      what: 'the name of a project, as angular.json or Nx has it',
      pattern: /^[^\s-]\S*$/,
      placeholder: '<name>',
    }),
    group: 'app',
    ask: 'never',
    help: 'Which app, where a workspace has several',
    consequence:
      'A project of angular.json or Nx; only its files are changed. You can name its folder instead: -C apps/mobile.',
    fallback: ({ project }) => ({ value: project.framework.project, origin: 'detected' }),
  }),
] as const;

/** Where the code goes and what it is called. */
export const codeOptions = [
  option('codeDir', {
    kind: text({
      what: 'a folder of the app, with / between the names and without .., like src/app/identity',
      pattern: /^(?!\.{1,2}(\/|$))[A-Za-z0-9_@.-]+(\/(?!\.{1,2}(\/|$))[A-Za-z0-9_@.-]+)*$/,
      tidy: (typed) => typed.trim().replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, ''),
      placeholder: '<folder>',
    }),
    group: 'code',
    ask: 'more',
    help: 'Folder of the generated code',
    consequence: 'You may edit the files: later runs merge their changes with yours.',
    fallback: findCodeDir,
  }),
  option('serviceName', {
    kind: typeName,
    group: 'code',
    ask: 'more',
    help: 'Name of the identity service',
    consequence: 'The class that the app injects; its file is identity.service.ts whatever the name.',
    fallback: always('IdentityService'),
  }),
  option('sessionName', {
    kind: typeName,
    group: 'code',
    ask: 'more',
    help: 'Name of the session type',
    consequence: 'The function that checks one is called is<Name>.',
    fallback: always('Session'),
  }),
  option('interceptorName', {
    kind: valueName,
    group: 'code',
    ask: 'more',
    help: 'Name of the interceptor',
    consequence:
      'It runs after the app’s own interceptors; a class if the app uses HttpClientModule. authInterceptor, or identityInterceptor if the app has an authInterceptor.',
    fallback: findInterceptorName,
  }),
  option('guardName', {
    kind: valueName,
    group: 'code',
    ask: 'more',
    help: 'Name of the guard',
    consequence:
      'It is added to canActivate of the guarded routes; it is a class in Angular 14. authGuard, or identityGuard if the app has an authGuard.',
    fallback: findGuardName,
  }),
] as const;

/** A folder of the app's own with that name is left alone; the one we made is named in the configuration. */
function findCodeDir({ project: { framework, setup, tree } }: DefaultContext): Fallback<string> {
  const isFree = (folder: string) => setup.configText !== undefined || tree.list(folder).length === 0;
  const value = ['identity', 'identity-vault'].map((name) => inHome(framework.codeRoot, name)).find(isFree);
  return { value, origin: 'detected' };
}
