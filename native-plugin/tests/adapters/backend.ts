import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** A real server: it knows which tokens are good, and gives new ones. */
export class Backend {
  readonly arrived: Arrived[] = [];
  readonly good = new Set<string>();
  /** What `/refresh` was asked with. */
  readonly refreshes: string[] = [];
  /** How it answers the next refreshes; 200 gives the next token. */
  refreshStatus = 200;
  /** The new token is refused, too. */
  givesBadTokens = false;
  expiresIn: number | undefined;
  challenge: string | undefined;
  /** What is waited for before an answer. */
  gate: Promise<unknown> = Promise.resolve();
  refreshGate: Promise<unknown> = Promise.resolve();
  /** Also when it was stopped. */
  origin = '';
  readonly #server: Server;
  #tokens = 0;

  private constructor() {
    this.#server = createServer((request, response) => void this.#handle(request, response));
  }

  static async start(): Promise<Backend> {
    const backend = new Backend();
    await new Promise<void>((resolve) => backend.#server.listen(0, '127.0.0.1', resolve));
    backend.origin = `http://127.0.0.1:${String((backend.#server.address() as AddressInfo).port)}`;
    return backend;
  }

  /** What came to a path. */
  at(path: string): readonly Arrived[] {
    return this.arrived.filter((one) => one.path.split('?')[0] === path);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => void this.#server.close(resolve));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { url = '', method = '', headers } = request;
    const body = Buffer.concat(chunks).toString();
    this.arrived.push({ method, path: url, authorization: headers.authorization, body });
    if (url === '/refresh') return this.#refresh(body, response);
    await this.gate;
    const to = /^\/redirect\?to=(.*)$/.exec(url)?.[1];
    if (to !== undefined) return void response.writeHead(302, { Location: decodeURIComponent(to) }).end();
    const isGood = this.good.has(headers.authorization?.replace('Bearer ', '') ?? '');
    const challenge = this.challenge === undefined ? {} : { 'WWW-Authenticate': this.challenge };
    if (url === '/forbidden') return void response.writeHead(403).end();
    response.writeHead(isGood ? 200 : 401, { 'Content-Type': 'text/plain', ...challenge }).end(isGood ? 'ok' : 'no');
  }

  async #refresh(body: string, response: ServerResponse): Promise<void> {
    this.refreshes.push(body);
    await this.refreshGate;
    if (this.refreshStatus !== 200) return void response.writeHead(this.refreshStatus).end();
    this.#tokens += 1;
    const token = `renewed-${String(this.#tokens)}`;
    this.good.clear();
    if (!this.givesBadTokens) this.good.add(token);
    response.end(JSON.stringify({ token, ...(this.expiresIn !== undefined && { expires_in: this.expiresIn }) }));
  }
}
