import { describe, expect, test } from 'vitest';
import { parseState, printState } from '../../src/state/state.ts';
import type { State } from '../../src/model/state.ts';
import { isInside } from '../../src/state/setup-paths.ts';

const state: State = {
  schemaVersion: 1,
  toolVersion: '0.1.0',
  config: 'sha256-0',
  files: {
    'src/b.ts': { owner: 'tool', canonical: 'sha256-1', written: 'sha256-2', formatter: 'prettier@3.8.1' },
    'src/a.ts': { owner: 'app', written: 'sha256-3', edits: 'sha256-4', splices: [{ at: 3, insert: 'x', remove: '' }] },
  },
  declined: ['src/z.ts', 'src/c.ts'],
  manual: [],
};

test('what is printed is read back, sorted', () => {
  expect(parseState(printState(state))).toEqual({ ...state, declined: ['src/c.ts', 'src/z.ts'] });
  expect(Object.keys(parseState(printState(state)).files)).toEqual(['src/a.ts', 'src/b.ts']);
});

describe('a state that can not be trusted is refused', () => {
  const withFile = (path: string) => printState({ ...state, files: { [path]: { owner: 'archive', written: 'x' } } });
  test.each([
    { case: 'a merge conflict', text: '<<<<<<< HEAD\n{}' },
    { case: 'a newer schema', text: '{"schemaVersion":2}' },
    { case: 'another shape', text: '[]' },
    { case: 'a file without an owner', text: printState(state).replace('"owner": "app"', '"owner": "us"') },
    { case: 'a path to a parent', text: withFile('../evil.ts') },
    { case: 'a path through a parent', text: withFile('src/../../evil.ts') },
    { case: 'an absolute path', text: withFile('/etc/passwd') },
    { case: 'a Windows path', text: withFile('C:\\evil.ts') },
    { case: 'a declined path outside', text: printState({ ...state, declined: ['../evil.ts'] }) },
  ])('$case', ({ text }) => {
    expect(() => parseState(text)).toThrow(expect.objectContaining({ code: 'UNREADABLE' }));
  });
});

test.each(['a', 'a/b.ts', '.identity-vault/state.json', 'src/app/[id]/x.ts'])('%s is inside', (path) => {
  expect(isInside(path)).toBe(true);
});
