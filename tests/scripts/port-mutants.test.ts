import { describe, expect, it } from 'vitest';
import type { Mutant } from '../../scripts/native/mutants/mutant-table.mjs';
import { readMutants } from '../../scripts/native/mutants/mutant-table.mjs';
import { withMutants } from '../../scripts/native/mutants/schemata.mjs';
import { tryMutants } from '../../scripts/native/mutants/try-mutants.mjs';

const choices = {
  expression: (number: number, to: string, from: string) => `(${number} ? ${to} : ${from})`,
  statements: (number: number, to: string, from: string) => `if ${number} { ${to} } else { ${from} }`,
};

const mutant = (from: string, to: string, more: Partial<Mutant> = {}): Mutant => ({
  ...{ id: from, kind: 'comparison', file: 'a', from, to },
  ...more,
});

const written = (text: string, ...mutants: readonly Mutant[]) =>
  withMutants(
    text,
    mutants.map((each, index) => ({ number: index + 1, mutant: each })),
    choices,
  );

describe('a source with its mutants', () => {
  it('has an expression in place of what stands there', () => {
    expect(written('if a < b { c }', mutant('a < b', 'a <= b'))).toBe('if (1 ? a <= b : a < b) { c }');
  });

  it('has statements in place of others', () => {
    expect(written('a(); b();', mutant('a();', '', { statements: true }))).toBe('if 1 {  } else { a(); } b();');
  });

  it('has several of one place, within another, and beside it', () => {
    const text = 'a && b < c; d';
    const all = [mutant('a && b < c', 'a'), mutant('b < c', 'b > c'), mutant('b < c', 'true'), mutant('d', 'e')];
    expect(written(text, ...all)).toBe('(1 ? a : a && (3 ? true : (2 ? b > c : b < c))); (4 ? e : d)');
  });

  it('takes one place of many where it is told what is around it', () => {
    expect(written('f(a); g(a)', mutant('a', 'b', { at: 'g(a)' }))).toBe('f(a); g((1 ? b : a))');
  });

  it.each([
    ['is not there (any more)', [mutant('x', 'y')], /stale/],
    ['is there twice', [mutant('a', 'b')], /more than once/],
    ['crosses another one', [mutant('a + a', 'b'), mutant('a; c', 'b')], /overlap/],
  ])('is refused where a mutant %s', (_, mutants, message) => {
    expect(() => written('a + a; c', ...mutants)).toThrow(message);
  });
});

describe.each(['Java', 'Swift'])('the mutants of the core in %s', (language) => {
  const mutants = readMutants(language);
  /** Every mutant is tried; what kills it is given. */
  const judged = (killerOf: (each: Mutant) => string | undefined) =>
    tryMutants(
      {
        language,
        build: () => Promise.resolve(),
        judge: (numbers) =>
          Promise.resolve(new Map(numbers.map((each) => [each, killerOf(mutants[each - 1] ?? mutant('', ''))]))),
      },
      { isWhole: true },
    );
  const asListed = (each: Mutant) => (each.equivalent === undefined ? 'a vector' : undefined);

  it('are good where those that are left are listed', async () => {
    expect(await judged(asListed)).toMatch(/each of them equivalent$/);
  });

  it('are not good where one survives that is not listed', async () => {
    const survivor = mutants.find(({ equivalent }) => equivalent === undefined);
    await expect(judged((each) => (each === survivor ? undefined : asListed(each)))).rejects.toThrow(
      `${survivor?.id} survives`,
    );
  });

  it('are good where a slow machine only seemed to notice one', async () => {
    const seen = new Set<Mutant>();
    const atFirst = (each: Mutant) => {
      const isFirst = !seen.has(each);
      seen.add(each);
      return isFirst ? 'the time limit' : asListed(each);
    };
    expect(await judged(atFirst)).toMatch(/each of them equivalent$/);
  });

  it('are not good where one is noticed that is said to be equivalent', async () => {
    await expect(judged(() => 'a vector')).rejects.toThrow('a vector notices it');
  });
});
