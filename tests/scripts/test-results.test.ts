import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  countReport,
  describeFailures,
  failedFiles,
  readReport,
  recovered,
  summaryLine,
  withLater,
} from '../../scripts/lib/test-results.mjs';

const folder = mkdtempSync(join(tmpdir(), 'test-results-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Paths {
  report: string;
  unhandled: string;
}

function reported(...files: { status?: string; message?: string; tests?: string[] }[]): Paths {
  const paths = { report: join(folder, 'report.json'), unhandled: join(folder, 'unhandled.txt') };
  const testResults = files.map(({ status = 'passed', message = '', tests = [] }, index) => ({
    name: `file-${index}`,
    status,
    message,
    assertionResults: tests.map((each, at) => ({
      status: each,
      fullName: `test ${at}`,
      failureMessages: each === 'failed' ? ['expected 1 to be 2\n    at line 7'] : [],
    })),
  }));
  writeFileSync(paths.report, JSON.stringify({ testResults }));
  return paths;
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
    expect(summaryLine(countReport(readReport(reported(...files), exit)))).toBe(line);
  });

  it('takes a crash, which leaves no report or half of one, for a failure', () => {
    const half = join(folder, 'half.json');
    writeFileSync(half, '{"testResults":[{"na');

    for (const report of [join(folder, 'none.json'), half]) {
      const results = readReport({ report, unhandled: '' }, 0);

      expect(summaryLine(countReport(results))).toBe('0 passed, 1 failed');
      expect(describeFailures(results)).toEqual(['Vitest ended with exit code 0 and left no whole report']);
    }
  });
});

describe('what failed, said once more at the end', () => {
  it('names each test with its file and what was expected', () => {
    const paths = reported({ tests: ['passed'] }, { status: 'failed', tests: ['failed', 'passed', 'failed'] });

    expect(describeFailures(readReport(paths, 1))).toEqual([
      'file-1 > test 0\n  expected 1 to be 2\n      at line 7',
      'file-1 > test 2\n  expected 1 to be 2\n      at line 7',
    ]);
  });

  it('names a file that did not load', () => {
    const paths = reported({ status: 'failed', message: 'Cannot find module' });

    expect(describeFailures(readReport(paths, 1))).toEqual(['file-0\n  Cannot find module']);
  });

  it('has the error that no test had', () => {
    const paths = reported({ tests: ['passed'] });
    const title = 'Vitest ended with exit code 1, and no test failed';

    expect(describeFailures(readReport(paths, 1))).toEqual([title]);
    writeFileSync(paths.unhandled, 'Error: nobody waited for me\n');
    expect(describeFailures(readReport(paths, 1))).toEqual([`${title}\n  Error: nobody waited for me`]);
  });

  it('leaves out the end of a long message', () => {
    const message = Array.from({ length: 100 }, (_, line) => `line ${line}`).join('\n');
    const [failure] = describeFailures(readReport(reported({ status: 'failed', message }), 1));

    expect(failure?.split('\n')).toHaveLength(21);
  });
});

describe('files that were run again', () => {
  const bad = { status: 'failed', tests: ['passed', 'failed'] };
  const first = () => readReport(reported({ tests: ['passed'] }, bad, bad), 1);

  it('count with their later results', () => {
    const again = readReport(reported({}, { tests: ['passed', 'passed'] }, { tests: ['passed', 'passed'] }), 0);
    const report = withLater(first(), { ...again, files: again.files.slice(1) });

    expect(failedFiles(first())).toEqual(['file-1', 'file-2']);
    expect(summaryLine(countReport(report))).toBe('5 passed, 0 failed');
    expect(describeFailures(recovered(first(), again))).toHaveLength(2);
  });

  it('fail where they fail again', () => {
    const again = readReport(reported({}, { tests: ['passed', 'passed'] }, bad), 1);
    const report = withLater(first(), { ...again, files: again.files.slice(1) });

    expect(summaryLine(countReport(report))).toBe('4 passed, 1 failed');
    expect(describeFailures(recovered(first(), again))).toEqual([expect.stringContaining('file-1 > test 1')]);
  });

  it('fail where nothing was heard of them', () => {
    const crash = readReport({ report: join(folder, 'none.json'), unhandled: '' }, 1);

    expect(summaryLine(countReport(withLater(first(), crash)))).toBe('3 passed, 3 failed');
    expect(describeFailures(recovered(first(), crash))).toEqual([]);
  });
});
