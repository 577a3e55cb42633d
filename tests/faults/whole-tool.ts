import { build } from 'esbuild';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { templatesForEsbuild } from '../../scripts/templates-plugin.mjs';
import { shippedTsMorph } from '../edits/shipped-ts-morph.ts';

const entry = fileURLToPath(new URL('../../bin/create-identity-vault.ts', import.meta.url));

/** CommonJS packages in a module ask for these. */
const banner = `import { createRequire as createRequireHere } from 'node:module';
const require = createRequireHere(import.meta.url);
const __filename = import.meta.filename;
const __dirname = import.meta.dirname;`;

/** Bundles the tool with all its packages into one file that every user may read. @returns its path */
export async function bundleTool(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'whole-tool-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'tool.mjs');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    alias: { 'ts-morph': shippedTsMorph },
    plugins: [templatesForEsbuild],
    define: { __VERSION__: '"0.1.0"' },
    banner: { js: banner },
    logLevel: 'error',
  });
  chmodSync(folder, 0o755);
  return outfile;
}
