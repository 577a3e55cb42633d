import type { RequestListener, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { discoveryUrl, readDiscovery } from '../../../src/inspect/facts/discovery-document.ts';
import { freePort } from '../../free-port.ts';
import { good, network, serve, serveProvider } from '../../support/local-provider.ts';

const json = { 'content-type': 'application/json' };

const says =
  (status: number, headers: Record<string, string> = json, body: string | Buffer = '{}'): RequestListener =>
  (_, response) =>
    void response.writeHead(status, headers).end(body);

/** Never ends: whoever waits for all of it waits forever. */
function pour(response: ServerResponse): void {
  response.writeHead(200, json);
  const more = (): void => {
    if (!response.destroyed) response.write(' '.repeat(64 * 1024), more);
  };
  more();
}

describe('what a provider says of itself', () => {
  test('is read once, from where discovery has it', async () => {
    const { issuer, asked } = await serveProvider();
    expect(await readDiscovery(issuer, network)).toEqual({ kind: 'document', document: good(issuer) });
    expect(asked).toEqual(['/.well-known/openid-configuration']);
  });

  test.each([
    ['https://a.example', 'https://a.example/.well-known/openid-configuration'],
    ['https://a.example/', 'https://a.example/.well-known/openid-configuration'],
    ['https://a.example/realms/main', 'https://a.example/realms/main/.well-known/openid-configuration'],
  ])('for %s it is at %s', (issuer, url) => {
    expect(discoveryUrl(issuer)).toBe(url);
  });

  test.each<[string, RequestListener, string]>([
    ['404', says(404), 'an answer with 404'],
    ['400, as of an unknown tenant', says(400), 'an answer with 400'],
    ['no content', says(204), 'an answer with 204'],
    ['a page', says(200, { 'content-type': 'text/html' }, '<html>'), 'an answer that is not labelled as JSON'],
    ['no label', says(200, {}), 'an answer that is not labelled as JSON'],
    ['no JSON', says(200, json, '{"issuer'), 'an answer that is no JSON object'],
    ['a list', says(200, json, '[]'), 'an answer that is no JSON object'],
    ['nothing', says(200, json, ''), 'an answer that is no JSON object'],
    ['null', says(200, json, 'null'), 'an answer that is no JSON object'],
    ['no end', (_, response) => pour(response), 'an answer of more than 256 KB'],
    [
      'much in little',
      says(200, { ...json, 'content-encoding': 'gzip' }, gzipSync(`"${'a'.repeat(300_000)}"`)),
      'an answer of more than 256 KB',
    ],
  ])('with %s it is no document', async (_, listener, what) => {
    expect(await readDiscovery(await serve(listener), network)).toEqual({ kind: 'other', what });
  });

  test('a redirect is not followed, also to a document that would do', async () => {
    const elsewhere = await serveProvider();
    const issuer = await serve(says(302, { location: `${elsewhere.issuer}/.well-known/openid-configuration` }));
    expect(await readDiscovery(issuer, network)).toEqual({ kind: 'other', what: 'a redirect (302)' });
    expect(elsewhere.asked).toEqual([]);
  });

  test.each([401, 403, 429, 500, 503])('with %i nothing is known', async (status) => {
    const why = `it answered with ${String(status)}`;
    expect(await readDiscovery(await serve(says(status)), network)).toEqual({ kind: 'unreached', why });
  });

  test.each<[string, RequestListener]>([
    ['never answers', () => undefined],
    ['never ends what it began', (_, response) => void response.writeHead(200, json).write('{')],
  ])('a server that %s is not waited for', async (_, listener) => {
    const started = performance.now();
    const found = await readDiscovery(await serve(listener), network, 200);
    expect(found).toEqual({ kind: 'unreached', why: 'no answer within 0.2 s' });
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test('a server that hangs up says nothing', async () => {
    const issuer = await serve((request) => void request.socket.destroy());
    expect(await readDiscovery(issuer, network)).toEqual({ kind: 'unreached', why: 'there was no connection' });
  });

  test('a port where nobody listens', async () => {
    const issuer = `http://127.0.0.1:${String(await freePort())}`;
    expect(await readDiscovery(issuer, network)).toEqual({ kind: 'unreached', why: 'nobody listens there' });
  });

  test.each([
    ['ENOTFOUND', 'its name was not found'],
    ['EAI_AGAIN', 'its name was not found'],
    ['ECONNREFUSED', 'nobody listens there'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'its certificate is not trusted here'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'its certificate is not trusted here'],
    ['EHOSTUNREACH', 'there was no connection'],
  ])('%s in words', async (code, why) => {
    const fails = () => Promise.reject(new TypeError('fetch failed', { cause: { code } }));
    expect(await readDiscovery('https://login.example.com', fails)).toEqual({ kind: 'unreached', why });
  });
});
