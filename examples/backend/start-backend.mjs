// @ts-check
import { createAccounts, createDemoAccount } from './accounts.mjs';
import { HttpError, listen, readJson, received, sendJson } from './http.mjs';
import { createTokens } from './tokens.mjs';

/** @typedef {import('./accounts.mjs').NewAccount} NewAccount */
/** @typedef {import('./http.mjs').Request} Request */
/** @typedef {import('./http.mjs').Response} Response */

/**
 * @typedef {object} BackendOptions
 * @property {number} [port] 0, the default, takes any free one
 * @property {string} [appOrigin] the only origin whose scripts may call; default http://localhost:4200
 * @property {number} [tokenLifetimeSeconds] default 300
 * @property {NewAccount} [account] default: Ada, with a password of this start
 * @property {readonly NewAccount[]} [others] more accounts; default none
 * @property {() => number} [now] the clock, in milliseconds
 */

/**
 * A backend as an app behind an identity vault has one: `POST /login` answers a session with a signed token,
 * `GET /profile` wants that token, `GET /health` and `GET /received` answer anybody. It logs nothing about requests: they carry tokens.
 *
 * @param {BackendOptions} [options]
 */
export async function startBackend(options = {}) {
  const { port = 0, appOrigin = 'http://localhost:4200', tokenLifetimeSeconds = 300, now = Date.now } = options;
  const account = options.account ?? createDemoAccount();
  const accounts = createAccounts([account, ...(options.others ?? [])]);
  const tokens = createTokens({ issuer: 'demo-backend', lifetimeSeconds: tokenLifetimeSeconds, now });

  /** @type {Record<string, (request: Request, response: Response) => Promise<void> | void>} */
  const routes = {
    'GET /health': (_request, response) => sendJson(response, 200, { ok: true }),
    'GET /received': (request, response) => sendJson(response, 200, received(request)),
    'POST /login': async (request, response) => {
      const { username, email, age, nicknames } = authenticate(accounts, await readJson(request));
      sendJson(response, 200, { username, token: tokens.issue(username), email, age, nicknames });
    },
    'GET /profile': (request, response) => {
      const user = accounts.find(authorize(tokens, request, response));
      if (!user) throw new HttpError(404, 'The user is gone');
      sendJson(response, 200, { name: user.name, email: user.email });
    },
  };

  const server = await listen((request, response) => {
    allowApp(appOrigin, response);
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    const route = routes[`${request.method} ${new URL(request.url ?? '/', 'http://localhost').pathname}`];
    if (!route) throw new HttpError(404, 'There is nothing here');
    return route(request, response);
  }, port);

  return { ...server, account };
}

/**
 * Cross-origin access for one origin. Nothing is reflected: a page of another origin gets answers it can't read.
 *
 * @param {string} appOrigin
 * @param {Response} response
 */
function allowApp(appOrigin, response) {
  response.setHeader('Access-Control-Allow-Origin', appOrigin);
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
  response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type');
  response.setHeader('Access-Control-Expose-Headers', 'WWW-Authenticate');
  response.setHeader('Vary', 'Origin');
}

/**
 * @param {ReturnType<typeof createAccounts>} accounts
 * @param {unknown} body
 */
function authenticate(accounts, body) {
  if (!isCredentials(body)) throw new HttpError(400, 'username and password are needed');
  const user = accounts.authenticate(body.username, body.password);
  if (!user) throw new HttpError(401, 'The user name or the password is wrong');
  return user;
}

/**
 * @param {unknown} body
 * @returns {body is { username: string, password: string }}
 */
function isCredentials(body) {
  if (typeof body !== 'object' || body === null) return false;
  return (
    'username' in body && typeof body.username === 'string' && 'password' in body && typeof body.password === 'string'
  );
}

/**
 * The user name in the request's bearer token.
 *
 * @param {ReturnType<typeof createTokens>} tokens
 * @param {Request} request
 * @param {Response} response
 * @throws {HttpError} 401, with the reason in `WWW-Authenticate` (RFC 6750)
 */
function authorize(tokens, request, response) {
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
  const verdict = token === undefined ? undefined : tokens.verify(token);
  if (verdict?.ok) return verdict.username;

  const details = verdict ? `, error="invalid_token", error_description="${verdict.reason}"` : '';
  response.setHeader('WWW-Authenticate', `Bearer realm="demo"${details}`);
  throw new HttpError(401, verdict?.reason ?? 'A token is needed');
}
