import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

/** A real OpenID provider on loopback, with a person who signs in, and with faults between it and the client. */
export async function startProvider(options = {}) {
  const { port = 0, ttl = {}, redirectUris, postLogoutRedirectUris = [], name } = options;
  const server = createServer();
  await new Promise((listening) => server.listen(port, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const issuer = name ?? origin;
  const provider = quietly(() => new Provider(issuer, configuration({ ttl, redirectUris, postLogoutRedirectUris })));
  provider.proxy = name !== undefined;
  const answer = provider.callback();
  const faults = [];
  const requests = [];

  server.on('request', async (request, response) => {
    const { pathname } = new URL(request.url, origin);
    if (name !== undefined) forwarded(request, new URL(name));
    requests.push(`${request.method} ${pathname}`);
    const index = faults.findIndex((fault) => fault.path === pathname);
    const [fault] = index < 0 ? [] : faults.splice(index, 1);
    allowOtherOrigins(request, response);
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    if (fault?.delay) await new Promise((over) => setTimeout(over, fault.delay));
    if (fault?.isDown) return response.destroy();
    if (fault?.status)
      return response.writeHead(fault.status, { 'content-type': fault.type ?? 'text/html' }).end(fault.body ?? 'x');
    if (fault?.change) changeAnswer(response, fault.change);
    if (fault?.hold) holdAnswer(response, fault.hold);
    if (pathname.startsWith('/interaction/')) {
      return interact(provider, request, response).catch(() => response.writeHead(400).end('This is over.'));
    }
    answer(request, response);
  });

  return {
    issuer,
    provider,
    requests,
    /** What happens to the next request of this path: `isDown`, `delay`, `status`, or `change` of the JSON it answers with. */
    fault: (path, what) => void faults.push({ path, ...what }),
    /** Keeps back the answer to the next request of this path: it has `arrived` when the provider has done its part, and goes on with `open`. */
    hold: (path) => {
      const [arrived, arrive] = moment();
      const [opened, open] = moment();
      faults.push({ path, hold: { arrive, opened } });
      return { arrived, open };
    },
    /** As a browser: from the address to sign in at, to the one that the provider sends the user back to. */
    signIn: (url, account = 'ada') => signIn(url, account, { issuer, origin }),
    /** Where a request to the issuer really goes. */
    reach: (url) => url.replace(issuer, origin),
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  };
}

function configuration({ ttl, redirectUris, postLogoutRedirectUris }) {
  return {
    clients: [
      {
        client_id: 'app',
        token_endpoint_auth_method: 'none',
        application_type: 'native',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: redirectUris,
        post_logout_redirect_uris: postLogoutRedirectUris,
      },
    ],
    clientBasedCORS: () => true,
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'preferred_username'] },
    cookies: { keys: ['a key for tests'] },
    features: { devInteractions: { enabled: false }, revocation: { enabled: true }, introspection: { enabled: false } },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: `${id} of the tests` }),
    }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    ttl: {
      AccessToken: 3600,
      IdToken: 300,
      RefreshToken: 86_400,
      Grant: 86_400,
      Session: 86_400,
      Interaction: 600,
      ...ttl,
    },
  };
}

/** The person: one button for each account. */
async function interact(provider, request, response) {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST' && prompt.name === 'login') {
    const page =
      '<!doctype html><title>Sign in</title><form method="post"><button name="account" value="ada">ada</button><button name="account" value="bob">bob</button></form>';
    return response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  }
  const accountId = session?.accountId ?? new URLSearchParams(await bodyOf(request)).get('account');
  const grant = new provider.Grant({ accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const consent = { grantId: await grant.save() };
  await provider.interactionFinished(request, response, { login: { accountId }, consent });
}

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

/** The endpoints of the protocol answer every origin, also with errors of this server's own. */
function allowOtherOrigins(request, response) {
  const { origin } = request.headers;
  if (!origin || origin === 'null') return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-headers', '*');
}

/** Lets `change` replace the JSON that is about to be sent. */
function changeAnswer(response, change) {
  const end = response.end.bind(response);
  response.end = (chunk, ...others) => {
    const text = JSON.stringify(change(JSON.parse(String(chunk))));
    response.setHeader('content-length', Buffer.byteLength(text));
    return end(text, ...others);
  };
}

function holdAnswer(response, { arrive, opened }) {
  const end = response.end.bind(response);
  response.end = (...given) => {
    arrive();
    void opened.then(() => end(...given));
  };
}

function moment() {
  let reach;
  const reached = new Promise((resolve) => (reach = resolve));
  return [reached, reach];
}

/** As a proxy that ends TLS says it. */
function forwarded(request, { host }) {
  Object.assign(request.headers, { host, 'x-forwarded-host': host, 'x-forwarded-proto': 'https' });
}

async function signIn(url, account, { issuer, origin }) {
  const cookies = new Map();
  let next = { url, method: 'GET', body: undefined };
  for (let step = 0; step < 12; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const type = next.body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const response = await fetch(next.url.replace(issuer, origin), {
      ...next,
      headers: { cookie, ...type },
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) {
      const page = await response.text();
      if (!page.includes('name="account"')) throw new Error(`The provider says: ${page}`);
      next = { url: next.url, method: 'POST', body: `account=${account}` };
      continue;
    }
    const target = new URL(location, next.url);
    if (target.origin !== new URL(url).origin) return target.href;
    next = { url: target.href, method: 'GET', body: undefined };
  }
  throw new Error('The sign-in came to no end.');
}

/** The warnings that a provider for tests is one. */
function quietly(make) {
  const { warn, info } = console;
  console.warn = console.info = () => undefined;
  try {
    return make();
  } finally {
    Object.assign(console, { warn, info });
  }
}

/** The claims of a token, changed. Its signature is void then; of an answer that came from the token endpoint itself, it isn't looked at. */
export function withClaims(token, change) {
  const [header, payload, signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const text = Buffer.from(JSON.stringify({ ...claims, ...change(claims) })).toString('base64url');
  return `${header}.${text}.${signature}`;
}
