import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What came to the provider. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What it does, by path. */
export type Pages = Readonly<Record<string, (answer: ServerResponse, received: Received) => void>>;

/** A real server on this machine, by https, with a certificate of its own. */
export class ProviderServer {
  /** A file with the certificate, for whoever is to trust it. */
  readonly certificate: string;
  readonly received: Received[] = [];
  readonly #folder: string;
  readonly #server: Server | SecureServer;

  private constructor(folder: string, pages: Pages, isSecure: boolean) {
    this.#folder = folder;
    this.certificate = join(folder, 'certificate.pem');
    const listener = this.#listener(pages);
    const key = { key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(this.certificate) };
    this.#server = isSecure ? createSecureServer(key, listener) : createServer(listener);
  }

  /** @param isSecure `false`: it speaks http, whatever it is asked */
  static async start(pages: Pages, { isSecure = true } = {}): Promise<ProviderServer> {
    const folder = mkdtempSync(join(tmpdir(), 'identity-vault-provider-'));
    const names = 'subjectAltName=DNS:localhost,IP:127.0.0.1';
    execFileSync('openssl', [
      ...['req', '-x509', '-nodes', '-days', '2', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
      ...['-subj', '/CN=localhost', '-addext', names],
      ...['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')],
    ]);
    const server = new ProviderServer(folder, pages, isSecure);
    await new Promise<void>((listening) => server.#server.listen(0, listening));
    return server;
  }

  get origin(): string {
    return `https://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((closed) => {
      this.#server.close(() => closed());
      this.#server.closeAllConnections();
    });
    rmSync(this.#folder, { recursive: true });
  }

  #listener(pages: Pages): Parameters<typeof createServer>[1] & object {
    return (request, answer) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        const { method = '', url: path = '', headers } = request;
        const received = { method, path, headers, body };
        this.received.push(received);
        (pages[path] ?? notFound)(answer, received);
      });
    };
  }
}

function notFound(answer: ServerResponse): void {
  answer.writeHead(404).end('not found');
}
