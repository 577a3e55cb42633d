import { build } from 'esbuild';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const HTML = '<!doctype html><html lang="en"><title>Loading</title><script type="module" src="/oidc-page.js"></script>';

/** An app's server on loopback. Its address is known before its provider's, and the provider's before its script. */
export async function serveOidcPage(): Promise<{
  readonly origin: string;
  bundle(issuer: string): Promise<void>;
  /** While it is held, pages come without their script: what was in the address stays there. */
  hold(isHeld: boolean): void;
  close(): Promise<void>;
}> {
  let files = new Map<string, string>();
  let isHeld = false;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const script = files.get(pathname);
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
    response.end(script ?? (isHeld ? '<!doctype html><title>Held</title>' : HTML));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hold(held) {
      isHeld = held;
    },
    async bundle(issuer) {
      const { outputFiles } = await build({
        entryPoints: [fileURLToPath(new URL('oidc-page.js', import.meta.url))],
        bundle: true,
        splitting: true,
        format: 'esm',
        outdir: '/',
        write: false,
        define: { ISSUER: JSON.stringify(issuer) },
      });
      files = new Map(outputFiles.map(({ path, text }) => [path, text]));
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
