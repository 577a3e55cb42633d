// @ts-check
import { build } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const plugin = fileURLToPath(new URL('../../native-plugin/src/', import.meta.url));

/**
 * The plugin's own sources, as they are.
 * @returns {Promise<any>}
 */
export async function loadPlugin() {
  const folder = mkdtempSync(join(tmpdir(), 'http-bench-'));
  try {
    const entry = ['index', 'http/index', 'http/fetch/index', 'testing/index'];
    const contents = entry.map((path) => `export * from ${JSON.stringify(join(plugin, `${path}.ts`))};`).join('\n');
    const file = join(folder, 'plugin.mjs');
    const options = /** @type {const} */ ({ bundle: true, write: false, format: 'esm', platform: 'node' });
    const { outputFiles } = await build({ ...options, stdin: { contents, resolveDir: plugin } });
    writeFileSync(file, outputFiles[0]?.text ?? '');
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A server that answers at once: with a page at its root, so that a browser's requests are of one origin. */
export async function startServer() {
  const server = createServer(({ url }, response) => {
    if (url === '/') response.setHeader('content-type', 'text/html');
    response.end('ok');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    stop: () => server.close(),
  };
}
