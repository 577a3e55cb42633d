import { expect, test } from 'vitest';
import type { GitState } from '../../src/model/git-state.ts';
import type { Look } from '../../src/report/look.ts';
import { introduction } from '../../src/report/introduction.ts';
import { fakeProject } from '../support/fake-project.ts';

const plain: Look = { paint: (_style, text) => text, width: 76 };

test.each<{ case: string; git: GitState | undefined; told: string }>([
  { case: 'no repository', git: { kind: 'none' }, told: 'Not in a Git repository' },
  { case: 'no answer', git: undefined, told: 'Git could not be asked' },
  { case: 'nothing', git: { kind: 'repository', uncommitted: 0 }, told: 'Git: everything is committed' },
  { case: 'one file', git: { kind: 'repository', uncommitted: 1 }, told: 'Git: 1 file is not committed.' },
  { case: 'two files', git: { kind: 'repository', uncommitted: 2 }, told: 'Git: 2 files are not committed.' },
])('what is not committed: $case', ({ git, told }) => {
  expect(introduction(fakeProject(), git, plain)).toContain(`\n  ${told}`);
});

test('a first run, and a later one', () => {
  expect(introduction(fakeProject(), undefined, plain)).toMatch(/An identity vault for app\n[^]*Enter takes the value/);
  const later = introduction(fakeProject({ configText: '{}' }), undefined, plain);
  expect(later).toMatch(/The identity vault of app\n[^]*Enter keeps the current value/);
});
