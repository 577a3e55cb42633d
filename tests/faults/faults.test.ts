import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { recover } from '../../src/apply/recover.ts';
import { App } from '../run/app.ts';
import { atEvery, faultyProgram, type FaultyRun } from './faulty.ts';

let write: (fault: string, ...argv: string[]) => Promise<FaultyRun>;

beforeAll(async () => {
  write = await faultyProgram('tests/faults/writer.ts');
});

/** In memory where that is possible: thousands of files are made, and whether they last is not what is tested. */
const scratchRoot = fs.existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

const scratch = (): string => {
  const folder = fs.mkdtempSync(join(scratchRoot, 'faults-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Files with their bytes and permissions; without what a finished run keeps for `undo`, and empty folders, as in git. */
function tree(root: string): Record<string, string> {
  const paths = fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.includes('.identity-vault/undo') && !fs.statSync(join(root, path)).isDirectory());
  const read = (path: string) => `${(fs.statSync(path).mode & 0o777).toString(8)} ${fs.readFileSync(path, 'latin1')}`;
  return Object.fromEntries(paths.sort().map((path) => [path, read(join(root, path))]));
}

interface Scenario {
  readonly before: string;
  readonly after: string;
  /** The changes, for the writer. */
  readonly work: string;
}

/** What really running the tool with these flags changes. */
async function scenario(project: string, earlier: readonly string[][], argv: readonly string[]): Promise<Scenario> {
  const app = new App(project);
  for (const flags of earlier) await app.run(...flags);
  const folder = scratch();
  const paths = { before: join(folder, 'before'), after: join(folder, 'after'), work: join(folder, 'work.json') };
  fs.cpSync(app.root, paths.before, { recursive: true });
  const from = app.snapshot();
  expect(await app.run(...argv)).toMatchObject({ exitCode: 0 });
  fs.cpSync(app.root, paths.after, { recursive: true });
  const to = app.snapshot();
  const bytes = (text: string) => `base64:${Buffer.from(text, 'latin1').toString('base64')}`;
  const changed = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((path) => from[path] !== to[path]);
  const changes = changed.map((path) => {
    const [before, after] = [from[path], to[path]];
    if (before === undefined) return { kind: 'create', path, after: bytes(after ?? '') };
    if (after === undefined) return { kind: 'delete', path, before: bytes(before) };
    return { kind: 'update', path, before: bytes(before), after: bytes(after) };
  });
  fs.writeFileSync(paths.work, JSON.stringify(changes));
  return paths;
}

function copyOf(folder: string): string {
  const root = join(scratch(), 'app');
  fs.cpSync(folder, root, { recursive: true });
  return root;
}

const oneValue = ['--yes', '--lock-after', '60000'];
const service = 'src/app/identity/identity.service.ts';
const textOf = (root: string) => fs.readFileSync(join(root, service), 'latin1');

const scenarios = [
  { name: 'the first run', project: 'angular-14-module', earlier: [], argv: ['--yes', '--no-tests'] },
  { name: 'one value', project: 'angular-21-plain', earlier: [['--yes']], argv: oneValue },
  {
    name: 'another route, and files that go',
    project: 'angular-21-plain',
    earlier: [['--yes']],
    argv: ['--yes', '--unlock-path', 'locked', '--no-tests'],
  },
];

describe.each(scenarios)('$name', ({ project, earlier, argv }) => {
  test('killed at any step, the next run finds the tree before or the tree after', async () => {
    const { before, after, work } = await scenario(project, earlier, argv);
    const wanted = { before: tree(before), after: tree(after) };
    const whole = copyOf(before);
    const { steps, ...ended } = await write('', whole, work);
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    expect(tree(whole)).toEqual(wanted.after);
    const ends = { before: 0, after: 0 };
    await atEvery(steps, async (index) => {
      const root = copyOf(before);
      expect((await write(`${String(index)}:kill`, root, work)).signal).toBe('SIGKILL');
      recover({ root, home: '' });
      const now = tree(root);
      const end = JSON.stringify(now) === JSON.stringify(wanted.after) ? 'after' : 'before';
      ends[end] += 1;
      expect(now, `killed at step ${String(index)}`).toEqual(wanted[end]);
      fs.rmSync(root, { recursive: true });
    });
    expect(ends.before).toBeGreaterThan(10);
  });
});

test('killed while it recovers, the next run recovers', async () => {
  const { before, work } = await scenario('angular-21-plain', [['--yes']], oneValue);
  const wanted = tree(before);
  const { steps: all } = await write('', copyOf(before), work);
  // The last step at which the journal still says that the run is at work.
  let half = '';
  for (let index = all - 1; half === ''; index -= 1) {
    const root = copyOf(before);
    await write(`${String(index)}:kill`, root, work);
    if (fs.existsSync(join(root, '.identity-vault/journal/journal.json'))) half = root;
  }
  expect(textOf(half)).toContain('60000');
  const { steps } = await write('', copyOf(half), 'recover');
  expect(steps).toBeGreaterThan(3);
  await atEvery(steps, async (index) => {
    const root = copyOf(half);
    expect((await write(`${String(index)}:kill`, root, 'recover')).signal).toBe('SIGKILL');
    recover({ root, home: '' });
    expect(tree(root), `killed at step ${String(index)}`).toEqual(wanted);
  });
});

describe('faults that are not the end of the process', () => {
  test('a disk that is full from any step on: nothing changed, or everything done', async () => {
    const { before, after, work } = await scenario('angular-21-plain', [['--yes']], oneValue);
    const wanted = { before: tree(before), after: tree(after) };
    const { steps } = await write('', copyOf(before), work);
    let refused = 0;
    await atEvery(steps, async (index) => {
      const root = copyOf(before);
      const { status, stderr } = await write(`${String(index)}:enospc`, root, work);
      // Renames need no space: once everything is staged, a full disk stops nothing.
      if (status !== 0) expect(stderr).toContain('could not be written');
      if (status !== 0) refused += 1;
      expect(tree(root), `full from step ${String(index)}`).toEqual(status === 0 ? wanted.after : wanted.before);
    });
    expect(refused).toBeGreaterThan(10);
  });

  test('a disk that is really full', async () => {
    const { before, work } = await scenario('angular-21-plain', [], ['--yes']);
    const disk = scratch();
    const isMounted =
      process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', disk]).status === 0;
    if (isMounted) onTestFinished(() => void spawnSync('umount', [disk]));
    const root = join(disk, 'app');
    fs.cpSync(before, root, { recursive: true });
    // Without the right to mount anything, writing fails as it does there.
    const { status, stderr } = await write(isMounted ? '' : '40:enospc', root, work);
    expect(status).toBe(1);
    expect(stderr).toContain('could not be written');
    expect(tree(root)).toEqual(tree(before));
  });

  test('a file made read-only at any step: everything is taken back, or was done', async () => {
    const { before, work } = await scenario('angular-21-plain', [['--yes']], oneValue);
    const { steps } = await write('', copyOf(before), work);
    let refused = 0;
    await atEvery(steps, async (index) => {
      const root = copyOf(before);
      const { status } = await write(`${String(index)}:readonly=${join(root, service)}`, root, work);
      if (status === 0) return;
      refused += 1;
      fs.chmodSync(join(root, service), 0o644);
      expect(tree(root), `read-only at step ${String(index)}`).toEqual(tree(before));
    });
    expect(refused).toBeGreaterThan(3);
  });

  test('a folder swapped for a link at any step: nothing is written outside, nothing is lost', async () => {
    const { before, after, work } = await scenario('angular-21-plain', [['--yes']], oneValue);
    const { steps } = await write('', copyOf(before), work);
    let refused = 0;
    await atEvery(steps, async (index) => {
      const root = copyOf(before);
      const outside = scratch();
      fs.mkdirSync(join(outside, 'identity'));
      const folder = join(root, 'src/app');
      const { status } = await write(`${String(index)}:swap=${folder}=${outside}`, root, work);
      expect(fs.readdirSync(outside, { recursive: true }), `swapped at step ${String(index)}`).toEqual(['identity']);
      if (!fs.existsSync(`${folder}-moved`)) return;
      if (status !== 0) refused += 1;
      // Put back, the app is before or after, once the next run has recovered.
      fs.rmSync(folder);
      fs.renameSync(`${folder}-moved`, folder);
      recover({ root, home: '' });
      expect(tree(root), `swapped at step ${String(index)}`).toEqual(
        tree(textOf(root) === textOf(after) ? after : before),
      );
    });
    expect(refused).toBeGreaterThan(3);
  });
});
