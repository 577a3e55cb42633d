import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { root } from '../../scripts/lib/sample-app.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the suites put the apps they share; removed when the run ends. */
    e2eFolder: string;
  }
}

/**
 * One folder for all suites of a run, `apps` and `e2e`: installing and building an app takes minutes and is done once.
 * `E2E_DIR=/tmp/somewhere` keeps the folder for the next run (remove it after a change of the tool or the templates).
 */
export function setup(project: TestProject): () => void {
  const cli = join(root, 'dist', 'create-identity-vault.js');
  if (!existsSync(cli)) throw new Error('The e2e suites run what was built. Run `npm run build` first.');

  const kept = process.env['E2E_DIR'];
  if (kept !== undefined) mkdirSync(kept, { recursive: true });
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'identity-vault-e2e-'));
  project.provide('e2eFolder', folder);
  // The other suite's setup comes later, in this process.
  process.env['E2E_DIR'] = folder;
  return () => {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  };
}
