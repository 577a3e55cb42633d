import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Arrived {
  readonly host: string;
  readonly path: string;
  readonly method: string;
  readonly authorization: string | undefined;
  readonly length: number;
}

/** A server under every name: what it is asked, and by which tokens. It lets pages of all origins ask it, but for `/closed`. */
export class WireServer {
  arrived: Arrived[] = [];
  good = 'token-0';
  readonly #page: string;
  readonly #server: Server;
  #tokens = 0;

  private constructor(page: string) {
    this.#page = page;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  /** @param page the script of its page */
  static async start(page = ''): Promise<WireServer> {
    const server = new WireServer(page);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Requests that came with a token. */
  get withToken(): readonly Arrived[] {
    return this.arrived.filter(({ authorization }) => authorization?.startsWith('Bearer'));
  }

  at(path: string): readonly Arrived[] {
    return this.arrived.filter((one) => one.method !== 'OPTIONS' && one.path === path);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => void this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let length = 0;
    for await (const chunk of request) length += (chunk as Buffer).length;
    const { url = '', method = '', headers } = request;
    const { pathname: path, searchParams } = new URL(url, 'http://page');
    this.arrived.push({ host: headers.host ?? '', path, method, authorization: headers.authorization, length });
    if (path !== '/closed') allow(headers, response);
    if (method === 'OPTIONS') return void response.writeHead(204).end();
    switch (path) {
      case '/page':
        return void response
          .setHeader('Content-Type', 'text/html')
          .end(`<!doctype html><script src="/page.js"></script>${searchParams.get('head') ?? ''}<title>App</title>`);
      case '/page.js':
        return void response.setHeader('Content-Type', 'text/javascript; charset=utf-8').end(this.#page);
      case '/redirect':
        return void response.writeHead(307, { Location: searchParams.get('to') ?? '' }).end();
      case '/refresh':
        this.#tokens += 1;
        this.good = `token-${this.#tokens}`;
        return void response.end(this.good);
      default:
        response.writeHead(headers.authorization === `Bearer ${this.good}` ? 200 : 401).end('answer');
    }
  }
}

/** A hostile server lets everything in: the browser's own rules are not what keeps a token away from it. */
function allow({ origin }: IncomingMessage['headers'], response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', origin ?? '*');
  response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type');
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST, PUT');
}
