import { describe, expect, test } from 'vitest';
import { mergeFile } from '../../src/diff/merge-file.ts';
import type { OnConflict } from '../../src/diff/conflict-choices.ts';
import { CliError } from '../../src/model/errors.ts';
import type { Change } from '../../src/model/change.ts';
import { digest } from '../../src/text/text.ts';
import { fakeFormatter, fakeProject, type Facts } from '../support/fake-project.ts';
import { setupPaths } from '../../src/state/setup-paths.ts';

const path = 'src/app/identity/session.ts';

interface Given {
  /** What the last run rendered; absent where that is lost. */
  readonly base?: string;
  /** What the user made of it. */
  readonly disk: string;
  /** What this run renders. */
  readonly text: string;
  readonly onConflict?: OnConflict;
  readonly formatter?: Facts['formatter'];
}

/** A generated file that the user edited, merged with what is rendered now. */
async function merged({
  base,
  disk,
  text,
  onConflict = 'abort',
  formatter = { kind: 'none' },
}: Given): Promise<Change | undefined> {
  const rendered = base === undefined ? {} : { [setupPaths('').base(path)]: base };
  const canonical = digest(base ?? 'lost');
  const state = {
    schemaVersion: 1,
    toolVersion: '0.1.0',
    config: '',
    files: { [path]: { owner: 'tool', canonical, written: canonical } },
    declined: [],
    manual: [],
  } as const;
  const project = fakeProject({ formatter, state, files: { ...rendered, [path]: disk } });
  const after = formatter.kind === 'ready' ? await formatter.formatter.format(path, text) : text;
  return mergeFile(project, { path, before: disk, text, after }, onConflict);
}

const base = 'a;\nb;\nc;\nd;\n';
const double = fakeFormatter((text) => text.replaceAll("'", '"'));

describe('without a formatter', () => {
  test.each<Given & { case: string; change: object | undefined }>([
    {
      case: 'edits in other lines than ours',
      base,
      disk: 'A;\nb;\nc;\nd;\n',
      text: 'a;\nb;\nc;\nD;\n',
      change: { kind: 'merge', path, before: 'A;\nb;\nc;\nd;\n', after: 'A;\nb;\nc;\nD;\n' },
    },
    {
      case: 'the same edit as ours: nothing to do',
      base,
      disk: 'A;\nb;\nc;\nd;\n',
      text: 'A;\nb;\nc;\nd;\n',
      change: undefined,
    },
    { case: 'nothing new from us: nothing to do', base, disk: 'A;\nb;\nc;\nd;\n', text: base, change: undefined },
    {
      case: 'CRLF and a BOM stay',
      base,
      disk: '\uFEFFA;\r\nb;\r\nc;\r\nd;\r\n',
      text: 'a;\nb;\nc;\nD;\n',
      change: { kind: 'merge', after: '\uFEFFA;\r\nb;\r\nc;\r\nD;\r\n' },
    },
    {
      case: 'the same line: a conflict, with what we would write',
      base,
      disk: 'mine;\nb;\nc;\nd;\n',
      text: 'ours;\nb;\nc;\nd;\n',
      change: { kind: 'conflict', path, before: 'mine;\nb;\nc;\nd;\n', after: 'ours;\nb;\nc;\nd;\n' },
    },
    { case: 'the base is lost: a conflict', disk: 'A;\nb;\nc;\nd;\n', text: base, change: { kind: 'conflict' } },
    {
      case: 'the same line, kept: nothing to do',
      base,
      disk: 'mine;\nb;\nc;\nd;\n',
      text: 'ours;\nb;\nc;\nd;\n',
      onConflict: 'keep',
      change: undefined,
    },
    {
      case: 'the same line, ours taken',
      base,
      disk: 'mine;\nb;\nc;\nd;\n',
      text: 'ours;\nb;\nc;\nd;\n',
      onConflict: 'theirs',
      change: { kind: 'merge', after: 'ours;\nb;\nc;\nd;\n' },
    },
  ])('$case', async ({ change, ...given }) => {
    const result = await merged(given);
    if (change === undefined) expect(result).toBeUndefined();
    else expect(result).toMatchObject(change);
  });
});

describe('with a formatter', () => {
  test.each<Given & { case: string; change: object | undefined }>([
    {
      case: 'a file formatted as the app does',
      base: "x = 'a';\nb;\ny = 'c';\n",
      disk: 'x = "A";\nb;\ny = "c";\n',
      text: "x = 'a';\nb;\ny = 'C';\n",
      change: { kind: 'merge', after: 'x = "A";\nb;\ny = "C";\n' },
    },
    {
      case: 'a file written before the app had a formatter is merged as it was written',
      base: "x = 'a';\nb;\ny = 'c';\n",
      disk: "x = 'A';\nb;\ny = 'c';\n",
      text: "x = 'a';\nb;\ny = 'C';\n",
      change: { kind: 'merge', after: "x = 'A';\nb;\ny = 'C';\n" },
    },
    {
      case: 'a clash of nothing but formatting is none',
      base: "x = 'a';\ny = 'c';\nz;\n",
      disk: 'x = "a";\ny = \'c\';\nz;\nmine;\n',
      text: "x = 'a';\ny = 'C';\nz;\n",
      change: { kind: 'merge', after: 'x = "a";\ny = "C";\nz;\nmine;\n' },
    },
  ])('$case', async ({ change, ...given }) => {
    expect(await merged({ ...given, formatter: double })).toMatchObject(change ?? {});
  });

  const failing = (error: Error) =>
    fakeFormatter((text) => {
      if (text.includes('mine')) throw error;
      return text;
    });
  const clash = { base, disk: 'mine;\nb;\nc;\nd;\n', text: 'ours;\nb;\nc;\nd;\n' };

  test('a file that the formatter can’t read is a clash for a person', async () => {
    const formatter = failing(new CliError('UNSUPPORTED', 'no'));
    expect(await merged({ ...clash, formatter })).toMatchObject({ kind: 'conflict' });
  });

  test('a formatter that fails otherwise is no clash, but a failure', async () => {
    await expect(merged({ ...clash, formatter: failing(new TypeError('broken')) })).rejects.toThrow('broken');
  });
});
