import { inHome } from '../../state/setup-paths.ts';
import { choice, text } from '../kinds.ts';
import { typeName } from '../names.ts';
import { always, option, type DefaultContext, type Fallback } from '../option.ts';

/** What the entries have to be told of the frameworks: they can't look, for the frameworks' options build on them. */
export interface KnownFrameworks {
  readonly ids: readonly string[];
  /** Names that generated code uses itself. */
  readonly reservedNames: ReadonlySet<string>;
}

/** Which app. */
export const appOptions = ({ ids }: KnownFrameworks) =>
  [
    option('framework', {
      kind: choice(ids),
      group: 'app',
      ask: 'never',
      help: 'Framework of the app',
      consequence: 'Detected from package.json.',
      fallback: ({ project }) => ({ value: project.framework.id, origin: 'detected' }),
    }),
    option('project', {
      kind: text({
        what: 'the name of a project, as the workspace has it',
        pattern: /^[^\s-]\S*$/,
        placeholder: '<name>',
      }),
      group: 'app',
      ask: 'never',
      help: 'Which app, where a workspace has several',
      consequence:
        'A project that the workspace declares; only its files are changed. You can name its folder instead: -C apps/mobile.',
      fallback: ({ project }) => ({ value: project.framework.project, origin: 'detected' }),
    }),
  ] as const;

/** Where the code goes and what it is called. */
export const codeOptions = ({ reservedNames }: KnownFrameworks) =>
  [
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
      kind: typeName(reservedNames),
      group: 'code',
      ask: 'more',
      help: 'Name of the identity service',
      consequence: 'The class that the app injects; its file is identity.service.ts whatever the name.',
      fallback: always('IdentityService'),
      names: { what: 'a service', usual: 'IdentityService' },
    }),
    option('sessionName', {
      kind: typeName(reservedNames),
      group: 'code',
      ask: 'more',
      help: 'Name of the session type',
      consequence: 'The function that checks one is called is<Name>.',
      fallback: always('Session'),
      names: { what: 'a session type', usual: 'Session' },
    }),
  ] as const;

/** A folder of the app's own with that name is left alone; the one we made is named in the configuration. */
function findCodeDir({ project: { framework, setup, tree } }: DefaultContext): Fallback<string> {
  const isFree = (folder: string) => setup.configText !== undefined || tree.list(folder).length === 0;
  const value = ['identity', 'identity-vault'].map((name) => inHome(framework.codeRoot, name)).find(isFree);
  return { value, origin: 'detected' };
}
