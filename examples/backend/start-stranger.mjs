// @ts-check
import { listen, received, sendJson } from './http.mjs';

/** @typedef {{ method: string, path: string, headers: import('node:http').IncomingHttpHeaders }} RecordedRequest */

/**
 * A server of somebody else. It lets any page send any header, so that a token an app attaches by mistake arrives and
 * is recorded instead of being stopped by the browser. Its answer says whether one did.
 *
 * @param {{ port?: number }} [options]
 */
export async function startStranger({ port = 0 } = {}) {
  /** @type {RecordedRequest[]} */
  const requests = [];
  const server = await listen((request, response) => {
    requests.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers });
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Methods', '*');
    // `*` doesn't cover Authorization (Fetch standard, CORS-preflight), so what was asked for is granted by name.
    response.setHeader('Access-Control-Allow-Headers', request.headers['access-control-request-headers'] ?? '*');
    if (request.method === 'OPTIONS') response.writeHead(204).end();
    else sendJson(response, 200, { ok: true, ...received(request) });
  }, port);

  return { ...server, requests };
}
