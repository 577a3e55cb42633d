import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TestCertificates } from './test-certificates.ts';

/** A request as it came. */
export interface Heard {
  readonly line: string;
  readonly headers: readonly string[];
  readonly body: string;
}

/** A provider on this machine that answers by what it is asked for. */
export class TestProvider {
  readonly heard: Heard[] = [];
  readonly #server;

  constructor(certificate: ReturnType<TestCertificates['make']>) {
    this.#server = createServer(certificate, (request, response) => void this.#serve(request, response));
  }

  async start(): Promise<void> {
    await new Promise<void>((started) => this.#server.listen(0, '127.0.0.1', started));
  }

  get origin(): string {
    return `https://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk as string;
    const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${String(value)}`);
    this.heard.push({ line: `${String(request.method)} ${String(request.url)}`, headers, body });
    ANSWERS[request.url ?? '']?.(response);
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

const MOST = 1024 * 1024;

/** By path; `/silent` has none. */
const ANSWERS: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
  '/token': (response) => {
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('DPoP-Nonce', 'CANARY-nonce');
    response.setHeader('Set-Cookie', 'CANARY-cookie=1; Path=/; Secure');
    response.write('{"access_token":');
    response.end('"CANARY-token grün"}');
  },
  '/refused': (response) => response.writeHead(400).end('{"error":"invalid_grant"}'),
  '/moved': (response) => response.writeHead(302, { Location: '/token' }).end(),
  '/most': (response) => response.end('a'.repeat(MOST)),
  '/too-long': (response) => response.end('a'.repeat(MOST + 1)),
  '/no-text': (response) => response.end(Buffer.from([0x61, 0xff])),
};
