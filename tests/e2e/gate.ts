import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** What of an exchange is kept back: the backend has not seen it yet, or has answered it already. */
type Side = 'request' | 'answer';

/** An exchange that is kept back. */
export interface Held {
  /** It is there. */
  readonly arrived: Promise<void>;
  /** The browser gave it up. */
  readonly gone: Promise<void>;
  /** Lets it go on. */
  open(): void;
}

/** An exchange that the backend answered. */
interface Answered {
  readonly what: string;
  readonly status: number;
}

interface Keeping {
  readonly what: string;
  readonly side: Side;
  readonly arrive: () => void;
  readonly leave: () => void;
  readonly opened: Promise<void>;
}

const stopPath = '/stop/';

/**
 * Stands between a browser and a backend, and can keep back what goes through. It never answers `POST /stop/…`: a page that asks synchronously
 * stands still there.
 */
export class Gate {
  readonly answers: Answered[] = [];
  readonly #server: Server;
  readonly #backend: string;
  readonly #stops = new Map<string, () => void>();
  readonly #keeping: Keeping[] = [];

  private constructor(backend: string) {
    this.#backend = backend;
    this.#server = createServer((request, response) => {
      this.#pass(request, response).catch(() => response.destroy());
    });
  }

  static async before(backend: string, port: number): Promise<Gate> {
    const gate = new Gate(backend);
    gate.#server.listen(port, '127.0.0.1');
    await once(gate.#server, 'listening');
    return gate;
  }

  /** Keeps back the next exchange of a kind, such as `POST /refresh`. */
  hold(what: string, side: Side): Held {
    const [arrived, arrive] = moment();
    const [gone, leave] = moment();
    const [opened, open] = moment();
    this.#keeping.push({ what, side, arrive, leave, opened });
    return { arrived, gone, open };
  }

  /** Resolves when a page stands still at `POST /stop/<name>`. */
  stopped(name: string): Promise<void> {
    const [reached, reach] = moment();
    this.#stops.set(name, reach);
    return reached;
  }

  /** The backend's answers to one kind of request. */
  statuses(what: string): readonly number[] {
    return this.answers.filter((answer) => answer.what === what).map(({ status }) => status);
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    if (url.startsWith(stopPath)) return this.#stops.get(url.slice(stopPath.length))?.();
    const what = `${method} ${url}`;
    const body = await bodyOf(request);
    await this.#keep(what, 'request', response);
    if (response.destroyed) return;
    const answer = await fetch(`${this.#backend}${url}`, { method, headers: passedOn(headers), ...body });
    this.answers.push({ what, status: answer.status });
    const text = await answer.text();
    await this.#keep(what, 'answer', response);
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(text);
  }

  async #keep(what: string, side: Side, response: ServerResponse): Promise<void> {
    const index = this.#keeping.findIndex((one) => one.what === what && one.side === side);
    const [keeping] = index < 0 ? [] : this.#keeping.splice(index, 1);
    if (!keeping) return;
    response.once('close', keeping.leave);
    keeping.arrive();
    await keeping.opened;
  }
}

function moment(): [reached: Promise<void>, reach: () => void] {
  let reach: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  return [reached, reach];
}

async function bodyOf(request: IncomingMessage): Promise<{ readonly body?: Buffer }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length > 0 ? { body: Buffer.concat(chunks) } : {};
}

/** Without what belongs to the connection to the browser. */
function passedOn(headers: IncomingMessage['headers']): Record<string, string> {
  const own = ['host', 'connection', 'content-length', 'accept-encoding', 'transfer-encoding'];
  const pairs = Object.entries(headers).filter(([name]) => !own.includes(name));
  return Object.fromEntries(pairs.map(([name, value]) => [name, String(value)]));
}
