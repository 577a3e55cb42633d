import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/model/change.ts';
import type { Dependency } from '../../src/model/project.ts';
import { commandsAfter, neededCommands } from '../../src/packages/needed-commands.ts';
import { fakeProject } from '../support/fake-project.ts';
import { planOf } from '../support/stages.ts';

const manifest = (dependencies: object, scripts = {}) => JSON.stringify({ dependencies, scripts });
const update = (before: string, after: string): Change => ({ kind: 'update', path: 'package.json', before, after });
const added = update(manifest({}), manifest({ a: '1' }));
const installed: Dependency = { range: '^0.1.0', installed: '0.1.0' };

const needed = async (changes: readonly Change[], dependency?: Dependency): Promise<string[]> => {
  const project = fakeProject(
    dependency === undefined ? {} : { dependencies: { 'capacitor-identity-vault': dependency } },
  );
  return neededCommands(project, await planOf(project), changes).map(({ id }) => id);
};
const all = ['install', 'cap-update'];

describe('what is run after writing', () => {
  test.each<{ case: string; changes: Change[]; dependency?: Dependency; commands: string[] }>([
    { case: 'a dependency is added', changes: [added], dependency: installed, commands: all },
    {
      case: 'a dependency changes',
      changes: [update(manifest({ a: '1' }), manifest({ a: '2' }))],
      dependency: installed,
      commands: all,
    },
    {
      case: 'only a script changes',
      changes: [update(manifest({}), manifest({}, { a: 'b' }))],
      dependency: installed,
      commands: [],
    },
    {
      case: 'only line ends and spaces change',
      changes: [update('{\r\n  "dependencies": {}\r\n}', '\uFEFF{"dependencies":{}}')],
      dependency: installed,
      commands: [],
    },
    {
      case: 'bytes in place of a text',
      changes: [
        {
          kind: 'update',
          path: 'package.json',
          before: new TextEncoder().encode(manifest({})),
          after: manifest({ a: '1' }),
        },
      ],
      dependency: installed,
      commands: all,
    },
    {
      case: 'another package.json changes',
      changes: [{ ...added, path: 'apps/a/package.json' }],
      dependency: installed,
      commands: [],
    },
    { case: 'nothing changes, and the plugin is installed', changes: [], dependency: installed, commands: [] },
    {
      case: 'nothing changes, and the plugin is not installed',
      changes: [],
      dependency: { range: '^0.1.0' },
      commands: all,
    },
    { case: 'nothing changes, and the plugin is not there at all', changes: [], commands: all },
  ])('$case', async ({ changes, dependency, commands }) => {
    expect(await needed(changes, dependency)).toEqual(commands);
  });

  test('after taking out: what the app’s own package manager has, where a dependency goes', () => {
    const project = fakeProject({ packageManager: 'pnpm', native: { ios: false, android: false } });
    const why = 'takes the vault plugin out';
    expect(commandsAfter(project, [update(manifest({ a: '1' }), manifest({}))], why)).toEqual([
      { id: 'install', argv: ['pnpm', 'install'], why },
    ]);
    expect(commandsAfter(project, [], why)).toEqual([]);
  });
});
