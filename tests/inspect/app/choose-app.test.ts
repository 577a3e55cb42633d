import { describe, expect, test } from 'vitest';
import { chooseOne, firstOf, type Candidate } from '../../../src/inspect/app/choose-app.ts';
import { CliError } from '../../../src/model/errors.ts';
import type { Asked } from '../../../src/inspect/app/asked.ts';

const app = (name: string, folder = `/w/apps/${name}`, isSetUp = false): Candidate<string> => ({
  value: name,
  name,
  folder,
  isSetUp,
});
const where = { path: 'angular.json' };
const three = [app('shop'), app('staff'), app('kiosk')];

interface Row {
  readonly case: string;
  readonly candidates: readonly Candidate<string>[];
  readonly asked: Partial<Asked>;
}

const choose = ({ candidates, asked }: Row): string =>
  chooseOne(candidates, { folder: '/w', cwd: '/w', ...asked }, where);

describe('which app is meant', () => {
  test.each<Row & { app: string }>([
    { case: 'the only one', candidates: [app('shop')], asked: {}, app: 'shop' },
    { case: 'the one that is named', candidates: three, asked: { project: 'staff' }, app: 'staff' },
    {
      case: 'the one that is named, wherever it is asked from',
      candidates: three,
      asked: { project: 'staff', folder: '/w/apps/shop' },
      app: 'staff',
    },
    { case: 'the one the folder is', candidates: three, asked: { folder: '/w/apps/kiosk' }, app: 'kiosk' },
    { case: 'the one the folder is in', candidates: three, asked: { folder: '/w/apps/kiosk/src/app' }, app: 'kiosk' },
    {
      case: 'the innermost the folder is in',
      candidates: [app('outer', '/w/outer'), app('inner', '/w/outer/inner')],
      asked: { folder: '/w/outer/inner/src' },
      app: 'inner',
    },
    {
      case: 'the outer one, in a folder of its own',
      candidates: [app('outer', '/w/outer'), app('inner', '/w/outer/inner')],
      asked: { folder: '/w/outer/src' },
      app: 'outer',
    },
    {
      case: 'the only one that is set up',
      candidates: [...three, app('set-up', '/w/set-up', true)],
      asked: {},
      app: 'set-up',
    },
  ])('$case', (row) => {
    expect(choose(row)).toBe(row.app);
  });
});

describe('when it can’t be told, each is named with its command', () => {
  test.each<Row & { hint: string[] }>([
    {
      case: 'several, in the folder that holds them',
      candidates: three,
      asked: {},
      hint: ['-C apps/shop', '-C apps/staff', '-C apps/kiosk'],
    },
    {
      case: 'asked from elsewhere: paths are as seen from there',
      candidates: three,
      asked: { cwd: '/w/apps' },
      hint: ['-C shop', '-C staff', '-C kiosk'],
    },
    {
      case: 'one at the root, whose folder holds the others: by its name',
      candidates: [app('main', '/w'), app('shop')],
      asked: {},
      hint: ['--project main', '-C apps/shop'],
    },
    {
      case: 'two are set up',
      candidates: [app('a', '/w/a', true), app('b', '/w/b', true)],
      asked: {},
      hint: ['-C a', '-C b'],
    },
    {
      case: 'a folder that begins like an app’s is not in it',
      candidates: [app('shop'), app('staff')],
      asked: { folder: '/w/apps/shop-old', cwd: '/w' },
      hint: ['-C apps/shop', '-C apps/staff'],
    },
  ])('$case', ({ hint, ...row }) => {
    let error: unknown;
    try {
      choose(row);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(CliError);
    expect(error).toMatchObject({
      code: 'ANSWER_NEEDED',
      where,
      message: `There are ${String(row.candidates.length)} Ionic apps here.`,
      hint: [
        'Name one, by its folder or with --project <name>:',
        ...hint.map((flags) => `  npx create-identity-vault ${flags}`),
      ].join('\n'),
    });
  });
});

test('a name that none has: those that are there are said', () => {
  expect(() => choose({ case: '', candidates: three, asked: { project: 'shp' } })).toThrow(
    expect.objectContaining({
      code: 'USAGE',
      message: 'There is no Ionic app "shp" here.',
      hint: 'Choose one of: shop, staff, kiosk',
    }),
  );
});

test.each([
  { case: 'as many as are read', count: 5, last: '  5' },
  { case: 'one more', count: 6, last: '  and 1 more' },
  { case: 'many more', count: 12, last: '  and 7 more' },
])('five lines, and how many there are besides: $case', ({ count, last }) => {
  const lines = firstOf(Array.from({ length: count }, (_, index) => String(index + 1)));
  expect(lines.slice(0, 5)).toEqual(['  1', '  2', '  3', '  4', '  5']);
  expect(lines.at(-1)).toBe(last);
});
