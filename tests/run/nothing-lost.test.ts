import { applyPatch } from 'diff';
import fc from 'fast-check';
import { readdirSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { flagPair, type FlagPair } from '../support/random-flags.ts';
import type { App, Ended } from './app.ts';
import { makeApp, ngModuleApp, standaloneApp, type RandomApp } from './random-app.ts';

/** More of them, and others: `RUNS=2000 SEED=7 npx vitest run --project run tests/run/nothing-lost.test.ts`. */
const settings = { numRuns: Number(process.env['RUNS'] ?? '10') };

interface Tree {
  readonly files: Record<string, string>;
  readonly paths: readonly string[];
}

/** Every byte, and every folder. */
function treeOf(app: App): Tree {
  const paths = readdirSync(app.root, { recursive: true, encoding: 'utf8' }).sort();
  return { files: app.snapshot(), paths: paths.filter((path) => !path.includes('.identity-vault/undo')) };
}

/** How a run ended that wrote everything, or all that it can write in an app of this shape. */
const written = [0, 6];

/** What is refused: options that don't go together, or don't fit the app. */
const refused = [4, 5, 64];

interface DryRun {
  readonly changes: readonly { readonly path: string; readonly action: string; readonly patch: string }[];
}

/** The files as a dry run announces them. */
function announced({ stdout }: Ended, before: Record<string, string>): Record<string, string> {
  const { changes } = JSON.parse(stdout) as DryRun;
  const text = (bytes: string) => Buffer.from(bytes, 'latin1').toString('utf8');
  const files = { ...before };
  for (const { path, action, patch } of changes) {
    const after = applyPatch(text(before[path] ?? ''), patch, { autoConvertLineEndings: false });
    if (after === false) throw new Error(`The patch of ${path} doesn't fit.`);
    if (action === 'delete') Reflect.deleteProperty(files, path);
    else files[path] = Buffer.from(after).toString('latin1');
  }
  return files;
}

/** One run after its dry run. @returns whether it wrote */
async function runAsAnnounced(app: App, flags: readonly string[]): Promise<boolean> {
  const before = treeOf(app);
  const dry = await app.run('--dry-run', '--json', ...flags);
  expect(treeOf(app), 'a dry run writes nothing').toEqual(before);
  const ended = await app.run('--yes', '--allow-manual', ...flags);
  if (!written.includes(ended.exitCode)) {
    expect(refused, ended.stderr).toContain(ended.exitCode);
    expect(treeOf(app), 'a refused run writes nothing').toEqual(before);
    return false;
  }
  expect(app.snapshot()).toEqual(announced(dry, before.files));
  const checked = await app.run('check');
  expect(checked.exitCode, `check: ${checked.stdout}${checked.stderr}`).toBe(ended.exitCode === 0 ? 0 : 2);
  return true;
}

/** @returns how many of the two command lines were not refused */
async function losesNothing(random: RandomApp, { a, b }: FlagPair): Promise<number> {
  const app = makeApp(random);
  try {
    const before = treeOf(app);
    const isSetUp = await runAsAnnounced(app, a);
    if (!isSetUp && !(await runAsAnnounced(app, b))) return 0;
    const first = treeOf(app);
    const again = isSetUp ? a : b;
    await app.run('--yes', '--allow-manual', ...again);
    expect(treeOf(app), 'twice is 0 bytes').toEqual(first);
    const hasChanged = isSetUp && (await runAsAnnounced(app, b));
    if (hasChanged) await thereAndBack(app, { a, b }, first);
    await app.run('remove', '--yes');
    expect(treeOf(app), 'remove').toEqual(before);
    return hasChanged ? 2 : 1;
  } finally {
    rmSync(app.root, { recursive: true });
  }
}

async function thereAndBack(app: App, { a, b }: FlagPair, first: Tree): Promise<void> {
  const second = treeOf(app);
  if (JSON.stringify(first) !== JSON.stringify(second)) {
    await app.run('undo', '--yes');
    expect(treeOf(app), 'undo').toEqual(first);
    await app.run('--yes', '--allow-manual', ...b);
    expect(treeOf(app), 'the same run again').toEqual(second);
  }
  await app.run('--yes', '--allow-manual', ...a);
  expect(treeOf(app), 'A, B and A again').toEqual(first);
}

describe.each([
  { name: 'a standalone app', apps: standaloneApp },
  { name: 'an app with an NgModule', apps: ngModuleApp },
])('$name, however it is written, and any two sets of options', ({ apps }) => {
  test('nothing is lost: twice, back and forth, taken back, taken out', { timeout: 36_000_000 }, async () => {
    let wrote = 0;
    await fc.assert(
      fc.asyncProperty(apps, flagPair, async (app, flags) => {
        wrote += await losesNothing(app, flags);
      }),
      settings,
    );
    // Most command lines are not refused: otherwise little would be shown.
    expect(wrote).toBeGreaterThan(settings.numRuns);
  });
});
