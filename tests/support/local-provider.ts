import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a test's provider says of itself. */
export type Answer = (issuer: string) => unknown;

/** A document of which nothing is worth a word. */
export const good = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  end_session_endpoint: `${issuer}/logout`,
  revocation_endpoint: `${issuer}/revoke`,
  response_types_supported: ['code'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  scopes_supported: ['openid', 'offline_access'],
  code_challenge_methods_supported: ['plain', 'S256'],
});

/** A real server on this machine, until the test ends. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

/** A provider with one document, and every path it was asked for. */
export async function serveProvider(answer: Answer = good): Promise<{ issuer: string; asked: string[] }> {
  const asked: string[] = [];
  const issuer = await serve((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(answer(issuer)));
  });
  return { issuer, asked };
}

/** As the tool asks: Node's own. */
export const network = (url: string, init: RequestInit): Promise<Response> => fetch(url, init);
