import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countResults, summaryLine } from '../../scripts/lib/test-results.mjs';

const folder = mkdtempSync(join(tmpdir(), 'test-results-'));
afterAll(() => rmSync(folder, { recursive: true }));

function reported(...files: { status?: string; tests?: string[] }[]): string {
  const path = join(folder, 'report.json');
  const testResults = files.map(({ status = 'passed', tests = [] }, index) => ({
    name: `file-${index}`,
    status,
    assertionResults: tests.map((each) => ({ status: each })),
  }));
  writeFileSync(path, JSON.stringify({ testResults }));
  return path;
}

describe('counting what Vitest reported', () => {
  it.each([
    { case: 'all pass', files: [{ tests: ['passed', 'passed'] }], exit: 0, line: '2 passed, 0 failed' },
    {
      case: 'one fails',
      files: [{ status: 'failed', tests: ['passed', 'failed'] }],
      exit: 1,
      line: '1 passed, 1 failed',
    },
    {
      case: 'some were skipped or never written',
      files: [{ tests: ['passed', 'skipped', 'pending', 'todo'] }],
      exit: 0,
      line: '1 passed, 0 failed, 3 skipped',
    },
    {
      case: 'a file did not load',
      files: [{ status: 'failed' }, { tests: ['passed'] }],
      exit: 1,
      line: '1 passed, 1 failed',
    },
    {
      case: 'a hook failed after its tests passed',
      files: [{ status: 'failed', tests: ['passed'] }],
      exit: 1,
      line: '1 passed, 1 failed',
    },
    { case: 'an unhandled rejection only', files: [{ tests: ['passed'] }], exit: 1, line: '1 passed, 1 failed' },
  ])('$case → $line', ({ files, exit, line }) => {
    expect(summaryLine(countResults(reported(...files), exit))).toBe(line);
  });

  it('takes a crash, which leaves no report or half of one, for a failure', () => {
    const half = join(folder, 'half.json');
    writeFileSync(half, '{"testResults":[{"na');

    expect(summaryLine(countResults(join(folder, 'none.json'), 0))).toBe('0 passed, 1 failed');
    expect(summaryLine(countResults(half, 0))).toBe('0 passed, 1 failed');
  });
});
