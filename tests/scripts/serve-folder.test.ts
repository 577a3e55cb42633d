import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/lib/serve-folder.mjs';

const folder = mkdtempSync(join(tmpdir(), 'serve-folder-'));
const served = join(folder, 'browser');
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  mkdirSync(served);
  writeFileSync(join(served, 'index.html'), 'the app');
  writeFileSync(join(served, 'main.js'), 'the script');
  writeFileSync(join(folder, 'secret'), 'outside');
  server = await serveFolder(served, 0);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Without the clean-up that `fetch` does to a path. */
function get(path: string): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    request(server.origin, { path }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode, body }));
    })
      .on('error', reject)
      .end();
  });
}

it.each([
  { path: '/', status: 200, body: 'the app' },
  { path: '/home', status: 200, body: 'the app' },
  { path: '/login?returnUrl=%2Fhome', status: 200, body: 'the app' },
  { path: '/main.js', status: 200, body: 'the script' },
  { path: '/gone.js', status: 404, body: '' },
  { path: '/..%2fsecret', status: 404, body: '' },
  { path: '/%2e%2e/secret', status: 200, body: 'the app' },
  { path: '/%', status: 404, body: '' },
])('$path → $status $body', async ({ path, status, body }) => {
  expect(await get(path)).toEqual({ status, body });
});
