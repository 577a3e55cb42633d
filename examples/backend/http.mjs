// @ts-check
import { createServer } from 'node:http';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {{ origin: string, close: () => Promise<void> }} RunningServer */

const maxBodyBytes = 10_000;

/** A request that is answered with a status instead of a result. */
export class HttpError extends Error {
  /**
   * @param {number} status
   * @param {string} message
   */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/**
 * Listens on this machine only.
 *
 * @param {(request: Request, response: Response) => Promise<void> | void} handle
 * @param {number} port 0 takes any free one
 * @returns {Promise<RunningServer>}
 */
export async function listen(handle, port) {
  const server = createServer((request, response) => {
    Promise.resolve()
      .then(() => handle(request, response))
      .catch((error) => fail(response, error));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    origin: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {Response} response
 * @param {number} status
 * @param {unknown} body
 */
export function sendJson(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}

/**
 * What a server tells of a request: whether a token came with it, and never which.
 *
 * @param {Request} request
 */
export function received({ headers }) {
  return { hasToken: headers.authorization !== undefined };
}

/**
 * The body as JSON.
 *
 * @param {Request} request
 * @returns {Promise<unknown>}
 * @throws {HttpError} 413 above 10,000 bytes, 400 when it is no JSON
 */
export async function readJson(request) {
  const text = await readText(request);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the body, which may hold a password.
    throw new HttpError(400, 'The body is no JSON');
  }
}

/**
 * The body as a browser sends a form.
 *
 * @param {Request} request
 * @throws {HttpError} 413 above 10,000 bytes
 */
export async function readForm(request) {
  return new URLSearchParams(await readText(request));
}

/** @param {Request} request */
async function readText(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > maxBodyBytes) throw new HttpError(413, 'The body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/**
 * @param {Response} response
 * @param {unknown} error
 */
function fail(response, error) {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (!(error instanceof HttpError)) console.error(error);
  const known = error instanceof HttpError ? error : new HttpError(500, 'Internal error');
  sendJson(response, known.status, { error: known.message });
}
