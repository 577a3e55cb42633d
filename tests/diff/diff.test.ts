import { describe, expect, test } from 'vitest';
import { undecided, type Decisions } from '../../src/diff/decisions.ts';
import { diff } from '../../src/diff/diff.ts';
import { isKept } from '../../src/diff/keep.ts';
import type { Change } from '../../src/model/change.ts';
import type { FileState, State } from '../../src/model/state.ts';
import { splicesBetween } from '../../src/text/splices-between.ts';
import { canonical, digest, digestBytes } from '../../src/text/text.ts';
import { fakeFormatter, fakeProject, type Facts } from '../support/fake-project.ts';
import type { RenderedFile } from '../../src/model/rendered.ts';
import { editsDigest } from '../../src/state/edits-digest.ts';
import { setupPaths } from '../../src/state/setup-paths.ts';

/** How the stage is called: what changes there changes here. */
async function changes(
  facts: Facts,
  desired: readonly RenderedFile[],
  decisions: Decisions = undecided,
): Promise<Change[]> {
  const rendered = { files: [...desired, gitIgnore], manual: [], followUps: [], made: {} };
  const difference = await diff(fakeProject(facts), rendered, decisions);
  return difference.changes.filter((change) => change.path !== gitIgnore.path && !isKept('', change.path));
}

/** Where a file of the set-up is wanted, there is a set-up. */
const gitIgnore: RenderedFile = { owner: 'setup', path: '.identity-vault/.gitattributes', text: '*\n', style: 'exact' };

const path = 'src/app/identity/session.ts';
const basePath = setupPaths('').base(path);
const before = 'export interface Session {}\n';
const after = 'export interface Session { email: string }\n';
const edited = `// mine\n${before}`;
const clashing = 'export interface Session { mine: true }\n';

const stateOf = (files: State['files'], declined: readonly string[] = []): State => ({
  schemaVersion: 1,
  toolVersion: '0.1.0',
  config: '',
  files,
  declined,
  manual: [],
});
const written = (text: string): FileState => ({ owner: 'tool', canonical: digest(text), written: digest(text) });
const generated = (text: string): RenderedFile => ({ owner: 'tool', path, text });
const decide = (decisions: Partial<Decisions>): Decisions => ({ onConflict: 'abort', restore: [], ...decisions });

interface Row {
  readonly case: string;
  /** The file on disk; absent where there is none. */
  readonly disk?: string;
  /** What the last run rendered and wrote; absent where there was none. */
  readonly last?: string;
  /** What this run renders; absent where it is not wanted any more. */
  readonly now?: string;
  readonly declined?: boolean;
  readonly isStateLost?: true;
  readonly hasBase?: boolean;
  readonly decisions?: Partial<Decisions>;
  readonly change: Partial<Change> | undefined;
}

async function changeOf({
  disk,
  last,
  now,
  declined,
  isStateLost,
  hasBase = true,
  decisions = {},
}: Row): Promise<Change | undefined> {
  const state =
    last === undefined && !declined
      ? undefined
      : stateOf(last === undefined ? {} : { [path]: written(last) }, declined ? [path] : []);
  const files = { [path]: disk, [basePath]: hasBase ? last : undefined };
  const setup = isStateLost ? { isStateLost } : {};
  const found = await changes({ files, state, setup }, now === undefined ? [] : [generated(now)], decide(decisions));
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0];
}

describe('a generated file', () => {
  test.each<Row>([
    { case: 'not there yet: it is created', now: after, change: { kind: 'create', path, after } },
    { case: 'there as we would write it, without a state: it is ours', disk: after, now: after, change: undefined },
    {
      case: 'there with other contents, without a state: a conflict, whatever was decided',
      disk: 'theirs\n',
      now: after,
      decisions: { onConflict: 'theirs' },
      change: { kind: 'conflict', before: 'theirs\n', after },
    },
    {
      case: 'there with other contents, the state lost: what was decided counts',
      disk: 'theirs\n',
      now: after,
      isStateLost: true,
      decisions: { onConflict: 'theirs' },
      change: { kind: 'merge', after },
    },
    { case: 'as we left it, nothing new', disk: before, last: before, now: before, change: undefined },
    {
      case: 'as we left it, and new: it is replaced',
      disk: before,
      last: before,
      now: after,
      change: { kind: 'update', before, after },
    },
    {
      case: 'as we left it but for CRLF, and new: it is replaced in CRLF',
      disk: before.replaceAll('\n', '\r\n'),
      last: before,
      now: after,
      change: { kind: 'update', after: after.replaceAll('\n', '\r\n') },
    },
    { case: 'edited, nothing new: it stays', disk: edited, last: before, now: before, change: undefined },
    {
      case: 'edited elsewhere, and new: it is merged',
      disk: `${before}// mine\n`,
      last: `${before}// end\n`.replace('// end\n', ''),
      now: `// new\n${before}`,
      change: { kind: 'merge', after: `// new\n${before}// mine\n` },
    },
    {
      case: 'edited in the same line, and new: a conflict',
      disk: clashing,
      last: before,
      now: after,
      change: { kind: 'conflict', before: clashing, after },
    },
    {
      case: 'the same, kept',
      disk: clashing,
      last: before,
      now: after,
      decisions: { onConflict: 'keep' },
      change: undefined,
    },
    {
      case: 'the same, ours taken',
      disk: clashing,
      last: before,
      now: after,
      decisions: { onConflict: 'theirs' },
      change: { kind: 'merge', before: clashing, after },
    },
    {
      case: 'edited, and what we rendered is lost: a conflict',
      disk: edited,
      last: before,
      now: after,
      hasBase: false,
      change: { kind: 'conflict' },
    },
    { case: 'deleted by the user: it stays deleted', last: before, now: after, change: undefined },
    {
      case: 'deleted by the user, and asked for again',
      last: before,
      now: after,
      decisions: { restore: [path] },
      change: { kind: 'create', after },
    },
    { case: 'declined before: it stays away', declined: true, now: after, change: undefined },
    {
      case: 'declined before, and asked for again',
      declined: true,
      now: after,
      decisions: { restore: [path] },
      change: { kind: 'create', after },
    },
  ])('$case', async (row) => {
    const change = await changeOf(row);
    if (row.change === undefined) expect(change).toBeUndefined();
    else expect(change).toMatchObject(row.change);
  });
});

describe('a generated file that is not wanted any more', () => {
  test.each<Row>([
    { case: 'as we left it: it goes', disk: before, last: before, change: { kind: 'delete', path, before } },
    {
      case: 'as we left it but for CRLF: it goes',
      disk: before.replaceAll('\n', '\r\n'),
      last: before,
      change: { kind: 'delete', before: before.replaceAll('\n', '\r\n') },
    },
    { case: 'edited: a conflict', disk: edited, last: before, change: { kind: 'conflict', before: edited, after: '' } },
    {
      case: 'edited, kept: it stays',
      disk: edited,
      last: before,
      decisions: { onConflict: 'keep' },
      change: undefined,
    },
    {
      case: 'edited, markers: it stays',
      disk: edited,
      last: before,
      decisions: { onConflict: 'markers' },
      change: undefined,
    },
    {
      case: 'edited, ours taken: it goes',
      disk: edited,
      last: before,
      decisions: { onConflict: 'theirs' },
      change: { kind: 'delete', before: edited },
    },
    {
      case: 'what we rendered is lost: a conflict, for it may be the user’s',
      disk: before,
      last: before,
      hasBase: false,
      change: { kind: 'conflict' },
    },
    {
      case: 'what we rendered is lost, ours taken: it stays, for it may be the user’s',
      disk: before,
      last: before,
      hasBase: false,
      decisions: { onConflict: 'theirs' },
      change: undefined,
    },
    { case: 'deleted by the user: nothing to do', last: before, change: undefined },
  ])('$case', async (row) => {
    const change = await changeOf(row);
    if (row.change === undefined) expect(change).toBeUndefined();
    else expect(change).toMatchObject(row.change);
  });
});

describe('new files are written as the app is', () => {
  test('with the line ends of its entry file, and never with its BOM', async () => {
    const files = { 'src/main.ts': '\uFEFFa;\r\nb;\r\n' };
    const [change] = await changes({ files }, [generated('a;\nb;\n')]);
    expect(change).toEqual({ kind: 'create', path, after: 'a;\r\nb;\r\n' });
  });

  test('formatted by its formatter; what is compared is the text as it was rendered', async () => {
    const formatter = fakeFormatter((text) => text.replaceAll("'", '"'));
    const rendered = "x = 'a';\n";
    expect(await changes({ formatter }, [generated(rendered)])).toEqual([
      { kind: 'create', path, after: 'x = "a";\n' },
    ]);
    const state = stateOf({ [path]: { owner: 'tool', canonical: digest(rendered), written: digest('x = "a";\n') } });
    expect(await changes({ formatter, state, files: { [path]: 'x = "a";\n' } }, [generated(rendered)])).toEqual([]);
  });

  test('a formatter that is missing: nothing is written without it', async () => {
    const writing = changes({ formatter: { kind: 'missing' } }, [generated(after)]);
    await expect(writing).rejects.toMatchObject({ code: 'UNSUPPORTED', where: { path: 'package.json' } });
  });
});

describe('a file of the app', () => {
  const routes = 'src/app/app.routes.ts';
  const app = (disk: string, text: string): RenderedFile => {
    const splices = splicesBetween(disk, text);
    return { owner: 'app', path: routes, text, disk, pristine: disk, sinceDisk: splices, splices, edits: '' };
  };

  test.each([
    { case: 'as it is wanted', disk: 'a\n', text: 'a\n', change: undefined },
    {
      case: 'edited',
      disk: 'a\n',
      text: 'a\nb\n',
      change: { kind: 'update', path: routes, before: 'a\n', after: 'a\nb\n' },
    },
    { case: 'as it is wanted, with other line ends', disk: 'a\r\n', text: 'a\n', change: undefined },
    {
      case: 'edited, with other line ends',
      disk: 'a\r\nc\r\n',
      text: 'a\nb\nc\n',
      change: { kind: 'update', path: routes, before: 'a\r\nc\r\n', after: 'a\r\nb\r\nc\r\n' },
    },
  ])('$case', async ({ disk, text, change }) => {
    expect(await changes({ files: { [routes]: disk } }, [app(canonical(disk), text)])).toEqual(
      change === undefined ? [] : [change],
    );
  });

  test.each([
    { case: 'that has code of ours, though none is wanted', text: 'a\nb\n', edits: editsDigest([]), isKnown: true },
    { case: 'that had by itself what is wanted', text: 'a\n', edits: 'sha256-of-edits', isKnown: true },
    { case: 'that is the app’s alone', text: 'a\n', edits: editsDigest([]), isKnown: false },
  ])('the next run knows of one $case: $isKnown', async ({ text, edits, isKnown }) => {
    const rendered = { files: [{ ...app('a\n', text), edits }, gitIgnore], manual: [], followUps: [], made: {} };
    const { state } = await diff(fakeProject({ files: { [routes]: 'a\n' } }), rendered, undecided);
    expect(Object.keys(state?.files ?? {}).includes(routes)).toBe(isKnown);
  });

  test('one that is not wanted any more is never deleted', async () => {
    const state = stateOf({ [routes]: { owner: 'app', written: digest('a\n'), edits: '', splices: [] } });
    expect(await changes({ files: { [routes]: 'a\n' }, state }, [])).toEqual([]);
  });
});

describe('the packed plugin', () => {
  const archive = '.identity-vault/plugin.tgz';
  const bytes = Uint8Array.of(1, 2, 3);
  const other = Uint8Array.of(9);
  const desired: RenderedFile[] = [{ owner: 'archive', path: archive, bytes }];
  const state = stateOf({ [archive]: { owner: 'archive', written: digestBytes(bytes) } });

  test.each<{ case: string; disk?: Uint8Array; desired: RenderedFile[]; change: Change | undefined }>([
    { case: 'not there', desired, change: { kind: 'create', path: archive, after: bytes } },
    { case: 'there', disk: bytes, desired, change: undefined },
    {
      case: 'there with other bytes',
      disk: other,
      desired,
      change: { kind: 'update', path: archive, before: other, after: bytes },
    },
    { case: 'not wanted any more', disk: bytes, desired: [], change: { kind: 'delete', path: archive, before: bytes } },
    { case: 'not wanted any more, and not what we wrote: it stays', disk: other, desired: [], change: undefined },
    { case: 'not wanted any more, and gone', desired: [], change: undefined },
  ])('$case', async ({ disk, desired: wanted, change }) => {
    expect(await changes({ files: { [archive]: disk }, state }, wanted)).toEqual(change === undefined ? [] : [change]);
  });
});

describe('configuration and bookkeeping', () => {
  const config = 'identity-vault.config.json';
  const setup = (file: string, text: string): RenderedFile => ({
    owner: 'setup',
    path: file,
    text,
    style: file === config ? 'app' : 'exact',
  });
  const windows = { 'src/main.ts': 'a;\r\nb;\r\n' };

  test('a new configuration is written like the app; the rest is the same on every machine', async () => {
    const desired = [setup(config, '{\n}\n'), setup('.identity-vault/.gitignore', '/undo/\n')];
    expect(await changes({ files: windows }, desired)).toEqual([
      { kind: 'create', path: '.identity-vault/.gitignore', after: '/undo/\n' },
      { kind: 'create', path: config, after: '{\r\n}\r\n' },
    ]);
  });

  test('other line ends and a BOM are no change', async () => {
    expect(await changes({ files: { [config]: '\uFEFF{\r\n}\r\n' } }, [setup(config, '{\n}\n')])).toEqual([]);
  });

  test('another text is one', async () => {
    const disk = '{}\n';
    const change = { kind: 'update', path: config, before: disk, after: '{\n}\n' };
    expect(await changes({ files: { [config]: disk } }, [setup(config, '{\n}\n')])).toEqual([change]);
  });
});

test('changes come in the order of their paths', async () => {
  const desired: RenderedFile[] = ['c.ts', 'a.ts', 'b.ts'].map((one) => ({ owner: 'tool', path: one, text: '' }));
  const found = await changes({}, desired);
  expect(found.map((change) => change.path)).toEqual(['a.ts', 'b.ts', 'c.ts']);
});
