// Changes the TypeScript core, one small change at a time, and asks the tests to notice.
// node mutate-core.mjs [folder …] [--list]     EVERY=1: each mutant, not a sample
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'mutate-core-'));
try {
  // What is not bundled is found beside it.
  await symlink(join(here, '../../../node_modules'), join(folder, 'node_modules'), 'junction');
  const outfile = join(folder, 'mutate-core.mjs');
  const entryPoints = [join(here, 'core/mutate-core.ts')];
  await build({ entryPoints, bundle: true, format: 'esm', platform: 'node', packages: 'external', outfile });
  const { mutateCore } = await import(pathToFileURL(outfile).href);
  const asked = process.argv.slice(2);
  process.exitCode = await mutateCore({
    plugin: join(here, '../..'),
    folders: asked.filter((each) => !each.startsWith('--')),
    isWhole: process.env.EVERY === '1',
    lists: asked.includes('--list'),
  });
} finally {
  await rm(folder, { recursive: true });
}
