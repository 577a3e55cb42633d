import { expect, it } from 'vitest';
import { javaJudge } from '../../scripts/native/mutants/java-judge.mjs';
import { swiftJudge } from '../../scripts/native/mutants/swift-judge.mjs';
import { tryMutants } from '../../scripts/native/mutants/try-mutants.mjs';

/** Fewer would mean that the table lost some. */
const LEAST = 200;

// A sample that is the same each time; EVERY=1: all of them.
it.each([javaJudge, swiftJudge])(
  'each mutant of the core in $language fails a vector or a test of it, or is listed with the reason',
  { timeout: 1_800_000 },
  async (judge) => {
    const says = await tryMutants(judge, { isWhole: process.env['EVERY'] === '1' });
    expect(says).toMatch(/^\d+ mutants, \d+ tried, \d+ killed, \d+ left, each of them equivalent$/);
    expect(Number.parseInt(says, 10)).toBeGreaterThanOrEqual(LEAST);
  },
);
