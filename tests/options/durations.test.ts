import { describe, expect, test } from 'vitest';
import { milliseconds } from '../../src/options/kinds.ts';

describe('a duration', () => {
  test.each([
    ['5000', 5000],
    ['5s', 5000],
    ['5 s', 5000],
    ['5 seconds', 5000],
    ['0.1s', 100],
    ['250ms', 250],
    ['2min', 120_000],
    ['2 minutes', 120_000],
    ['1.5 h', 5_400_000],
    ['1H', 3_600_000],
    ['0', 0],
  ])('%s is typed for %i', (typed, value) => {
    expect(milliseconds.parse(typed)).toEqual({ value });
  });

  test.each(['', 's', '5 weeks', '-5s', '1.5', '0.0001s', '30 days', '1e3', 'five seconds', '1 constructor'])(
    '%s is none',
    (typed) => {
      expect(milliseconds.parse(typed)).toMatchObject({
        problem: expect.stringContaining('such as 5s or 2min') as string,
      });
    },
  );

  test('is a number in a file, and the number is suggested', () => {
    expect(milliseconds.parseJson('5s')).toMatchObject({ suggestion: '5000' });
    expect(milliseconds.parseJson('soon')).not.toHaveProperty('suggestion');
    expect(milliseconds.parseJson(5000)).toEqual({ value: 5000 });
  });
});
