import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/model/change.ts';
import type { Sibling } from '../../src/model/project.ts';
import type { Splice } from '../../src/model/splice.ts';
import type { State } from '../../src/model/state.ts';
import {
  dependencyIn,
  dependencyOfSibling,
  isSharedArchive,
  orphan,
  takesFromSiblings,
  unshared,
} from '../../src/packages/shared-dependency.ts';
import { fakeProject } from '../support/fake-project.ts';

const dependency: Splice = { at: 20, insert: '"capacitor-identity-vault": "1",', remove: '' };
const script: Splice = { at: 90, insert: '"identity-vault:check": "x",', remove: '' };
const stateOf = (files: State['files']): State => ({
  schemaVersion: 1,
  toolVersion: '0.1.0',
  config: '',
  files,
  declined: [],
  manual: [],
});
const edited = (...splices: Splice[]) => ({ owner: 'app', written: 'w', edits: 'e', splices }) as const;
const withSplices = (...splices: Splice[]): State => stateOf({ 'package.json': edited(...splices) });
const siblings: readonly Sibling[] = [{ home: 'apps/other', state: withSplices(dependency, script) }];
const archive = '.identity-vault/capacitor-identity-vault-0.1.0.tgz';
const manifest = (spec: string) => ({
  'package.json': JSON.stringify({ dependencies: { 'capacitor-identity-vault': spec } }),
});

test.each([
  { case: 'a dependency', text: '{ "dependencies": { "capacitor-identity-vault": "^1" } }', expected: '^1' },
  {
    case: 'a dependency for development only',
    text: '{ "devDependencies": { "capacitor-identity-vault": "^1" } }',
    expected: undefined,
  },
  { case: 'none', text: '{}', expected: undefined },
  { case: 'no package.json', text: undefined, expected: undefined },
])('what the vault is installed from: $case', ({ text, expected }) => {
  expect(dependencyIn(fakeProject({ files: { 'package.json': text } }).tree)).toBe(expected);
});

describe('the dependency that several apps of a workspace share', () => {
  test('stays where another app is set up', () => {
    const splices = [dependency, script];
    expect(unshared(fakeProject(), splices)).toEqual(splices);
    expect(unshared(fakeProject({ setup: { siblings } }), splices)).toEqual([script]);
  });

  test.each([
    { case: 'no other app', siblings: undefined, expected: undefined },
    { case: 'another app brought it', siblings, expected: edited(dependency) },
    {
      case: 'the second of two brought it',
      siblings: [{ home: 'a', state: withSplices(script) }, ...siblings],
      expected: edited(dependency),
    },
    { case: 'another app whose state can’t be read', siblings: [{ home: 'a' }], expected: undefined },
    {
      case: 'another app that brought a script only',
      siblings: [{ home: 'a', state: withSplices(script) }],
      expected: undefined,
    },
  ])('is known as the other app brought it: $case', ({ siblings: others, expected }) => {
    expect(dependencyOfSibling(others === undefined ? {} : { siblings: others })).toEqual(expected);
  });

  const change = (path: string, after: string): Change => ({ kind: 'update', path, before: '', after });
  test.each([
    { case: 'the dependency goes', change: change('package.json', '{}'), shared: true, expected: true },
    {
      case: 'the dependency stays',
      change: change('package.json', manifest('1')['package.json']),
      shared: true,
      expected: false,
    },
    {
      case: 'package.json goes',
      change: { kind: 'delete', path: 'package.json', before: '' } as const,
      shared: true,
      expected: true,
    },
    { case: 'another file changes', change: change('apps/a/package.json', '{}'), shared: true, expected: false },
    { case: 'no other app is set up', change: change('package.json', '{}'), shared: false, expected: false },
  ])('would be taken from the others: $case', ({ change: one, shared, expected }) => {
    expect(takesFromSiblings(fakeProject({ setup: shared ? { siblings } : {} }), [one])).toBe(expected);
  });
});

describe('the archive it comes from', () => {
  const left = withSplices(dependency);

  test.each([
    { case: 'another app uses it', spec: `file:${archive}`, shared: true, expected: true },
    { case: 'another app uses it, spelled otherwise', spec: `file:./${archive}`, shared: true, expected: true },
    { case: 'no other app is set up', spec: `file:${archive}`, shared: false, expected: false },
    { case: 'another app uses another', spec: `file:apps/other/${archive}`, shared: true, expected: false },
    { case: 'another app uses a release', spec: '^0.1.0', shared: true, expected: false },
  ])('is shared: $case', ({ spec, shared, expected }) => {
    const project = fakeProject({ files: manifest(spec), setup: shared ? { siblings } : {} });
    expect(isSharedArchive(project, archive)).toBe(expected);
  });

  test.each<{ case: string; spec: string; state?: State; shared?: boolean; expected: string[] }>([
    {
      case: 'of an app that was taken out before',
      spec: `file:apps/old/${archive}`,
      state: left,
      expected: [`apps/old/${archive}`],
    },
    {
      case: 'that this app brought itself goes with its own files',
      spec: `file:${archive}`,
      state: stateOf({ 'package.json': edited(dependency), [archive]: { owner: 'archive', written: '' } }),
      expected: [],
    },
    { case: 'while another app is set up', spec: `file:apps/old/${archive}`, state: left, shared: true, expected: [] },
    {
      case: 'that this app never depended on by us',
      spec: `file:apps/old/${archive}`,
      state: stateOf({}),
      expected: [],
    },
    { case: 'of somebody else', spec: 'file:vendor/vault.tgz', state: left, expected: [] },
    { case: 'outside the root', spec: `file:../${archive}`, state: left, expected: [] },
    { case: 'of another package', spec: 'file:.identity-vault/other-0.1.0.tgz', state: left, expected: [] },
  ])('is left to this app, the last: one $case', ({ spec, state, shared, expected }) => {
    const project = fakeProject({ files: manifest(spec), state, setup: shared ? { siblings } : {} });
    expect(orphan(project)).toEqual(expected);
  });
});
