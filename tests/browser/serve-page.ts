import { build } from 'esbuild';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

export interface Served {
  readonly port: number;
  close(): Promise<void>;
}

const HTML =
  '<!doctype html><html lang="en"><meta name="color-scheme" content="light dark"><title>Vault</title>' +
  '<style>h2, button, input, dialog { color: red !important; }</style>' +
  '<h1>The app</h1><button id="own">A button of the app</button><script type="module" src="/vault-page.js"></script>';

/** Serves `vault-page.js`, bundled as an app's builder would, from 127.0.0.1; `?policy=` is its Content Security Policy. */
export async function servePage(): Promise<Served> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('vault-page.js', import.meta.url))],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: '/',
    write: false,
  });
  const files = new Map(bundle.outputFiles.map(({ path, text }) => [path, text]));

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const script = files.get(pathname);
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
    const policy = searchParams.get('policy');
    if (policy !== null) response.setHeader('content-security-policy', policy);
    response.end(script ?? HTML);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
