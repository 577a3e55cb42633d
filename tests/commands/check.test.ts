import { describe, expect, test } from 'vitest';
import type { Project } from '../../src/model/project.ts';
import type { Problem } from '../../src/report/json-report.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { fakeProject, type Facts } from '../support/fake-project.ts';
import { afterRun } from '../support/stages.ts';
import { check, interruptedRun, lostState } from '../../src/commands/check/check.ts';
import { readConfig } from '../../src/options/catalog/config-file.ts';

/** How `check` is called: what changes there changes here. */
function problems(project: Project): Promise<Problem[]> {
  const config = readConfig(project.setup.configText ?? '{}');
  return check(project, resolve({ config }, project).options);
}

const session = 'src/app/identity/session.ts';
const routes = 'src/app/app.routes.ts';
const config = 'identity-vault.config.json';
const state = '.identity-vault/state.json';
const notApplied = 'The file is not what the configuration asks for.';
const editedText = 'Edited since it was generated; that is fine.';

interface Row {
  readonly case: string;
  /** What somebody did to the files since the run. */
  readonly since?: (read: (path: string) => string) => Facts['files'];
  /** What is otherwise in the app since. */
  readonly now?: (project: Project) => Project;
  readonly problems: readonly Problem[];
}

const none = '';

describe('after a run', () => {
  test.each<Row>([
    { case: 'nothing was touched', problems: [] },
    {
      case: 'a generated file was edited',
      since: (read) => ({ [session]: `${read(session)}// mine\n` }),
      problems: [{ level: 'note', code: 'edited', path: session, text: editedText }],
    },
    {
      case: 'a generated file has other line ends',
      since: (read) => ({ [session]: read(session).replaceAll('\n', '\r\n') }),
      problems: [],
    },
    {
      case: 'a generated file was deleted',
      since: () => ({ [session]: undefined }),
      problems: [{ level: 'drift', code: 'missing', path: session, text: 'The generated file is missing.' }],
    },
    {
      case: 'an edit of the app’s own file was taken out',
      since: (read) => ({
        [routes]: read(routes).replace(' canActivate: [authGuard],', none),
      }),
      problems: [{ level: 'drift', code: 'not-applied', path: routes, text: notApplied }],
    },
    {
      case: 'code around an edit was changed',
      since: (read) => ({ [routes]: `${read(routes)}\nexport const more = 1;\n` }),
      problems: [],
    },
    {
      case: 'markers of a conflict are left',
      since: (read) => ({ [session]: `// top\n<<<<<<< yours\n${read(session)}` }),
      problems: [
        { level: 'drift', code: 'conflict-markers', path: `${session}:2`, text: 'A conflict is not resolved.' },
        { level: 'note', code: 'edited', path: session, text: editedText },
      ],
    },
    {
      case: 'the configuration lost a key',
      since: (read) => ({ [config]: read(config).replace(/ {2}"lockAfter".*\n/, none) }),
      problems: [
        {
          level: 'drift',
          code: 'config',
          path: config,
          text: 'The configuration is not complete, or not as this version writes it.',
        },
      ],
    },
    {
      case: 'the dependency was changed',
      since: (read) => ({ 'package.json': read('package.json').replace('@^0.1.0', '@^0.2.0') }),
      problems: [{ level: 'drift', code: 'not-applied', path: 'package.json', text: notApplied }],
    },
    {
      case: 'an app that was set up by another version',
      now: (project) => ({
        ...project,
        toolVersion: '0.2.0',
        pluginSource: { kind: 'spec', spec: 'capacitor-identity-vault@^0.2.0' },
        dependencies: new Map([['capacitor-identity-vault', { range: 'capacitor-identity-vault@^0.1.0' }]]),
      }),
      problems: [{ level: 'note', code: 'tool-version', path: state, text: 'Written by 0.1.0; this is 0.2.0.' }],
    },
    {
      case: 'another version would write a file otherwise',
      since: () => ({ '.identity-vault/.gitignore': '/undo/\n' }),
      now: (project) => ({ ...project, toolVersion: '0.2.0' }),
      problems: [
        {
          level: 'note',
          code: 'outdated',
          path: '.identity-vault/.gitignore',
          text: 'This version writes it otherwise: run create-identity-vault to update.',
        },
        { level: 'note', code: 'tool-version', path: state, text: 'Written by 0.1.0; this is 0.2.0.' },
      ],
    },
    {
      case: 'a formatter came later: what it would change is no drift',
      now: (project) => ({ ...project, formatter: { kind: 'missing' } }),
      problems: [],
    },
  ])('$case', async ({ since, now = (project) => project, problems: expected }) => {
    const first = await afterRun();
    const read = (path: string): string => first.tree.read(path) ?? '';
    expect(await problems(now(since === undefined ? first : await afterRun({}, since(read))))).toEqual(expected);
  });

  test('a configuration that was edited and not applied is drift, also where another version wrote the code', async () => {
    const first = await afterRun();
    const edited = first.tree.read(config)?.replace('"unlockPath": "unlock"', '"unlockPath": "locked"');
    const project = await afterRun({}, { [config]: edited });
    const codes = async (one: Project) =>
      (await problems(one)).filter(({ level }) => level === 'drift').map(({ path }) => path);
    const drift = await codes(project);
    expect(drift).toEqual(expect.arrayContaining([routes, 'src/app/identity/identity.navigation.ts']));
    expect(await codes({ ...project, toolVersion: '0.2.0' })).toEqual(drift);
    // A formatter that is not installed hides nothing: nothing is written here.
    expect(await codes({ ...project, formatter: { kind: 'missing' } })).toEqual(drift);
  });

  test('a step that is left for a person', async () => {
    const project = await afterRun({ facts: { lost: true } });
    expect((await problems(project)).map(({ code, path }) => [code, path])).toEqual([
      ['manual', `${routes}:3`],
      ['manual', `${routes}:3`],
    ]);
  });
});

test('an app that was never set up', async () => {
  const text = 'There is no set-up here: run create-identity-vault first.';
  expect(await problems(fakeProject())).toEqual([{ level: 'drift', code: 'not-set-up', path: state, text }]);
});

test('half of a run, and a lost state, are said with their place in the app’s home', () => {
  expect([interruptedRun('apps/mobile'), lostState('')]).toEqual([
    {
      level: 'drift',
      code: 'unfinished',
      path: 'apps/mobile/.identity-vault/journal',
      text: 'A run was interrupted half way: the next run takes it back.',
    },
    {
      level: 'drift',
      code: 'state',
      path: state,
      text: 'The state has conflicts or is damaged: run create-identity-vault to rebuild it from the configuration.',
    },
  ]);
});
