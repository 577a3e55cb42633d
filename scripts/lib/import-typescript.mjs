// @ts-check
import { transform } from 'esbuild';
import { readFileSync } from 'node:fs';

/**
 * A module of the tests for a script, which Node runs without them.
 *
 * @param {string} file imports modules of Node alone
 * @returns {Promise<Record<string, unknown>>}
 */
export async function importTypeScript(file) {
  const { code } = await transform(readFileSync(file, 'utf8'), { loader: 'ts', format: 'esm', target: 'node20' });
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}
