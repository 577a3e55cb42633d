import { expect, test } from 'vitest';
import { newErrors } from '../../src/verify/new-errors.ts';
import type { FoundError } from '../../src/verify/parse-errors.ts';

const error = (line: number, source: string, more: Partial<FoundError> = {}): FoundError => ({
  path: 'src/a.ts',
  line,
  column: 1,
  code: 'TS2322',
  message: 'Wrong.',
  source,
  ...more,
});

interface Case {
  readonly what: string;
  readonly before: readonly FoundError[];
  readonly after: readonly FoundError[];
  /** Their lines. */
  readonly expected: readonly number[];
}

const route = "{ path: 'home', component: Home },";

test.each<Case>([
  { what: 'nothing before and after', before: [], after: [], expected: [] },
  { what: 'the same', before: [error(3, 'a')], after: [error(3, 'a')], expected: [] },
  { what: 'moved', before: [error(3, 'a = 1')], after: [error(9, 'a = 1')], expected: [] },
  { what: 'gone', before: [error(3, 'a')], after: [], expected: [] },
  { what: 'first of all', before: [], after: [error(3, 'a')], expected: [3] },
  {
    what: 'on another line',
    before: [error(3, 'a = 1')],
    after: [error(3, 'a = 1'), error(4, 'b = 1')],
    expected: [4],
  },
  {
    what: 'once more on a line like it',
    before: [error(3, 'a')],
    after: [error(3, 'a'), error(4, 'a')],
    expected: [4],
  },
  {
    what: 'above an old one',
    before: [error(3, 'a = 1')],
    after: [error(2, 'b = 1'), error(4, 'a = 1')],
    expected: [2],
  },
  { what: 'in place of an old one', before: [error(3, 'a = 1')], after: [error(7, 'b = 1')], expected: [7] },
  { what: 'with another message', before: [error(3, 'a')], after: [error(3, 'a', { message: 'No.' })], expected: [3] },
  { what: 'with another code', before: [error(3, 'a')], after: [error(3, 'a', { code: 'TS1' })], expected: [3] },
  { what: 'in another file', before: [error(3, 'a')], after: [error(3, 'a', { path: 'src/b.ts' })], expected: [3] },
  {
    what: 'on a line that an insertion made longer',
    before: [error(3, route)],
    after: [error(8, "{ path: 'home', component: Home, canActivate: [authGuard] },")],
    expected: [],
  },
  {
    what: 'on a line that was broken into several',
    before: [error(3, route)],
    after: [error(8, 'component: Home,')],
    expected: [],
  },
  { what: 'where the source is not shown', before: [error(3, '')], after: [error(8, ''), error(9, '')], expected: [9] },
])('$what', ({ before, after, expected }) => {
  expect(newErrors(before, after).map(({ line }) => line)).toEqual(expected);
});

test('an error about no file is compared by what it says', () => {
  const about = (message: string): FoundError => ({ code: 'TS2688', message, source: '' });
  expect(newErrors([about('a')], [about('a'), about('b')])).toEqual([about('b')]);
});
