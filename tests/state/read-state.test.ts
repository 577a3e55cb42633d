import { describe, expect, test } from 'vitest';
import { baseOf } from '../../src/state/base-of.ts';
import { isAsLeft, parseState, printState, readState } from '../../src/state/state.ts';
import type { FileState, State } from '../../src/model/state.ts';
import { digest, digestBytes } from '../../src/text/text.ts';
import { fakeProject } from '../support/fake-project.ts';
import { fakeTree } from '../support/fake-tree.ts';
import { isForeign, isInside, isStatePath, setupPaths } from '../../src/state/setup-paths.ts';

const path = '.identity-vault/state.json';
const stateOf = (said: Partial<State> = {}): State => ({
  schemaVersion: 1,
  toolVersion: '0.1.0',
  config: 'sha256-0',
  files: {},
  declined: [],
  manual: [],
  ...said,
});
const [mine, yours] = [stateOf({ declined: ['mine.ts'] }), stateOf({ declined: ['yours.ts'] })];

/** As git leaves it where two branches changed the state. */
function conflicted(base?: string): string {
  const marked = `<<<<<<< HEAD\n    "mine.ts"\n${base === undefined ? '' : `||||||| base\n${base}`}=======\n    "yours.ts"\n>>>>>>> feature\n`;
  return printState(mine).replace('    "mine.ts"\n', marked);
}

describe('a state as far as it can be known', () => {
  test.each([
    { case: 'whole', text: printState(mine), read: { state: mine } },
    { case: 'with conflicts: one of its sides', text: conflicted(), read: { state: mine, isStateLost: true } },
    {
      case: 'with conflicts and their base',
      text: conflicted('    "base.ts"\n'),
      read: { state: mine, isStateLost: true },
    },
    {
      case: 'with conflicts, the first side broken: the other',
      text: conflicted().replace('    "mine.ts"\n', '    "mine.ts",,\n'),
      read: { state: yours, isStateLost: true },
    },
    { case: 'no JSON at all: nothing', text: 'oops', read: { isStateLost: true } },
    { case: 'half of it: nothing', text: printState(mine).slice(0, 40), read: { isStateLost: true } },
  ])('$case', ({ text, read }) => {
    expect(readState(text, path, true)).toEqual(read);
  });

  test.each([
    { case: 'conflicts, and no configuration to rebuild it from', text: conflicted(), hasConfig: false },
    {
      case: 'a newer state, with a configuration',
      text: printState(mine).replace('"schemaVersion": 1', '"schemaVersion": 2'),
      hasConfig: true,
    },
    {
      case: 'a side that names a file outside',
      text: conflicted().replace('"mine.ts"', '"../mine.ts"'),
      hasConfig: true,
    },
  ])('refused: $case', ({ text, hasConfig }) => {
    expect(() => readState(text, path, hasConfig)).toThrow(
      expect.objectContaining({
        code: 'UNREADABLE',
        where: { path },
        hint: 'Restore it from version control (git checkout -- .identity-vault), then run the command again.',
      }),
    );
  });
});

describe('what is printed', () => {
  test('the same set-up gives the same bytes, whatever the order it was found in', () => {
    const archive: FileState = { owner: 'archive', written: 'sha256-1' };
    const one = stateOf({ files: { a: archive, b: archive }, declined: ['x', 'y'], manual: ['1', '2'] });
    const other = stateOf({ files: { b: archive, a: archive }, declined: ['y', 'x'], manual: ['2', '1'] });
    expect(printState(one)).toBe(printState(other));
    expect(printState(one).endsWith('}\n')).toBe(true);
  });

  test('the configuration from before the first run is kept, where there was one', () => {
    expect(parseState(printState(stateOf({ configBefore: '{}\r\n' })))).toEqual(stateOf({ configBefore: '{}\r\n' }));
    expect(printState(stateOf())).not.toContain('configBefore');
  });
});

describe('a state is input like any other', () => {
  const tool = { owner: 'tool', canonical: 'c', written: 'w' };
  const app = { owner: 'app', edits: 'e', written: 'w', splices: [{ at: 1, insert: 'x', remove: '' }] };
  const withFile = (file: object) => JSON.stringify({ ...stateOf(), files: { 'a.ts': file } });

  test.each([
    { case: 'a generated file', text: withFile(tool) },
    { case: 'a file of the app', text: withFile(app) },
    { case: 'an archive', text: withFile({ owner: 'archive', written: 'w' }) },
  ])('taken: $case', ({ text }) => {
    expect(Object.keys(parseState(text).files)).toEqual(['a.ts']);
  });

  test.each([
    { case: 'a generated file without its digest', text: withFile({ ...tool, canonical: undefined }) },
    { case: 'a file without what was written', text: withFile({ ...tool, written: 1 }) },
    { case: 'a file of the app without its edits', text: withFile({ ...app, edits: undefined }) },
    { case: 'an insertion at no place', text: withFile({ ...app, splices: [{ ...app.splices[0], at: 1.5 }] }) },
    { case: 'an insertion of nothing', text: withFile({ ...app, splices: [{ at: 1, remove: '' }] }) },
    { case: 'insertions that are no list', text: withFile({ ...app, splices: {} }) },
    { case: 'files that are a list', text: JSON.stringify({ ...stateOf(), files: [] }) },
    { case: 'declined files that are no texts', text: JSON.stringify({ ...stateOf(), declined: [1] }) },
    { case: 'steps that are no list', text: JSON.stringify({ ...stateOf(), manual: 'x' }) },
    { case: 'a configuration that is no text', text: JSON.stringify({ ...stateOf(), configBefore: {} }) },
    { case: 'no version of the tool', text: JSON.stringify({ ...stateOf(), toolVersion: undefined }) },
    {
      case: 'a file of node_modules',
      text: printState(stateOf({ files: { 'node_modules/a/index.js': { owner: 'archive', written: 'w' } } })),
    },
    { case: 'a file of .git, however it is spelled', text: printState(stateOf({ declined: ['.GIT/config'] })) },
  ])('refused: $case', ({ text }) => {
    expect(() => parseState(text)).toThrow(expect.objectContaining({ code: 'UNREADABLE', where: { path } }));
  });
});

describe('a file as the last run left it', () => {
  const bytes = Uint8Array.of(1, 2);
  const tree = fakeTree({ 'a.ts': 'a\r\n', 'b.tgz': bytes });
  const tool = (written: string): FileState => ({ owner: 'tool', canonical: '', written });

  test.each([
    { case: 'the same', path: 'a.ts', file: tool(digest('a\r\n')), expected: true },
    { case: 'the same with other line ends', path: 'a.ts', file: tool(digest('a\n')), expected: true },
    { case: 'another text', path: 'a.ts', file: tool(digest('b\n')), expected: false },
    { case: 'gone', path: 'c.ts', file: tool(digest('b\n')), expected: undefined },
    { case: 'the same bytes', path: 'b.tgz', file: { owner: 'archive', written: digestBytes(bytes) }, expected: true },
    { case: 'other bytes', path: 'b.tgz', file: { owner: 'archive', written: digestBytes('x') }, expected: false },
    { case: 'bytes that are gone', path: 'c.tgz', file: { owner: 'archive', written: '' }, expected: undefined },
  ] as const)('$case: $expected', ({ path: at, file, expected }) => {
    expect(isAsLeft(tree, at, file)).toBe(expected);
  });
});

describe('the text that was rendered last time', () => {
  const file = 'src/a.ts';
  const base = setupPaths('').base(file);
  const known = stateOf({ files: { [file]: { owner: 'tool', canonical: digest('a\n'), written: 'w' } } });

  test.each([
    { case: 'is there', text: 'a\n', state: known, expected: 'a\n' },
    { case: 'is there with other line ends', text: 'a\r\n', state: known, expected: 'a\n' },
    { case: 'was edited', text: 'b\n', state: known, expected: undefined },
    { case: 'is gone', text: undefined, state: known, expected: undefined },
    { case: 'belongs to no state', text: 'a\n', state: undefined, expected: undefined },
    { case: 'belongs to another file', text: 'a\n', state: stateOf(), expected: undefined },
  ])('$case', ({ text, state, expected }) => {
    expect(baseOf(fakeProject({ state, files: { [base]: text } }), file)).toBe(expected);
  });
});

test('where a set-up is kept', () => {
  const { base, ...paths } = setupPaths('apps/mobile');
  expect({ ...paths, base: base('src/a.ts') }).toEqual({
    config: 'apps/mobile/identity-vault.config.json',
    folder: 'apps/mobile/.identity-vault',
    gitAttributes: 'apps/mobile/.identity-vault/.gitattributes',
    gitIgnore: 'apps/mobile/.identity-vault/.gitignore',
    state: 'apps/mobile/.identity-vault/state.json',
    base: 'apps/mobile/.identity-vault/base/src/a.ts.base',
    journal: 'apps/mobile/.identity-vault/journal',
    undo: 'apps/mobile/.identity-vault/undo',
  });
  expect(setupPaths('').config).toBe('identity-vault.config.json');
});

test.each([
  ['.identity-vault/state.json', true],
  ['apps/mobile/.identity-vault/state.json', true],
  ['my.identity-vault/state.json', false],
  ['.identity-vault/state.json.bak', false],
])('%s is the state of an app: %s', (one, expected) => {
  expect(isStatePath(one)).toBe(expected);
});

test.each(['', '/a', '../a', 'a/../b', './a', 'a//b', 'a/', 'C:/a', 'a\\b', 'a\0b'])('%j is not inside', (one) => {
  expect(isInside(one)).toBe(false);
});

test.each([
  ['.git/config', true],
  ['a/Node_Modules/b', true],
  ['.github/a', false],
  ['src/git.ts', false],
])('%s is none of the app’s: %s', (one, expected) => {
  expect(isForeign(one)).toBe(expected);
});
