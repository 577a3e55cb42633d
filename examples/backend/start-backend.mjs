// @ts-check
import { createAccounts, createDemoAccount } from './accounts.mjs';
import { HttpError, listen, readJson, received, sendJson } from './http.mjs';
import { createRefreshTokens } from './refresh-tokens.mjs';
import { createTokens } from './tokens.mjs';

/** @typedef {import('./accounts.mjs').NewAccount} NewAccount */
/** @typedef {import('./http.mjs').Request} Request */
/** @typedef {import('./http.mjs').Response} Response */
/** @typedef {import('./tokens.mjs').Verdict} Verdict */
/** @typedef {{ verify(token: string): Verdict | Promise<Verdict> }} TokenVerifier */

/**
 * @typedef {object} BackendOptions
 * @property {number} [port] 0, the default, takes any free one
 * @property {string} [appOrigin] the only origin whose scripts may call; default http://localhost:4200
 * @property {number} [tokenLifetimeSeconds] default 300
 * @property {NewAccount} [account] default: Ada, with a password of this start
 * @property {readonly NewAccount[]} [others] more accounts; default none
 * @property {TokenVerifier} [verifier] of the tokens that it takes; default: those that it issues itself
 * @property {() => number} [now] the clock, in milliseconds
 */

/**
 * A backend as an app behind an identity vault has one: `POST /login` answers a session with a signed token,
 * `GET /profile` wants that token, `POST /refresh` answers a new one for a refresh token, `GET /health` answers anybody,
 * and `GET /received` anybody who sends a good token or none. It logs nothing about requests: they carry tokens.
 *
 * @param {BackendOptions} [options]
 */
export async function startBackend(options = {}) {
  const { port = 0, appOrigin = 'http://localhost:4200', tokenLifetimeSeconds = 300, now = Date.now } = options;
  const account = options.account ?? createDemoAccount();
  const accounts = createAccounts([account, ...(options.others ?? [])]);
  const tokens = createTokens({ issuer: 'demo-backend', lifetimeSeconds: tokenLifetimeSeconds, now });
  const verifier = options.verifier ?? tokens;
  const refreshTokens = createRefreshTokens();
  /** @type {(username: string, refreshToken: string) => object} */
  const issued = (username, refreshToken) => ({
    token: tokens.issue(username),
    expires_in: tokenLifetimeSeconds,
    refresh_token: refreshToken,
  });

  /** @type {Record<string, (request: Request, response: Response) => Promise<void> | void>} */
  const routes = {
    'GET /health': (_request, response) => sendJson(response, 200, { ok: true }),
    'GET /received': async (request, response) => {
      if (received(request).hasToken) await authorize(verifier, request, response);
      sendJson(response, 200, received(request));
    },
    'POST /login': async (request, response) => {
      const { username, email, age, nicknames } = authenticate(accounts, await readJson(request));
      sendJson(response, 200, { username, ...issued(username, refreshTokens.begin(username)), email, age, nicknames });
    },
    'POST /refresh': async (request, response) => {
      const renewed = refreshTokens.rotate(refreshTokenIn(await readJson(request)));
      if (!renewed) throw new HttpError(401, 'The refresh token is not good');
      sendJson(response, 200, issued(renewed.username, renewed.token));
    },
    'GET /profile': async (request, response) => {
      const user = accounts.find(await authorize(verifier, request, response));
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
 * @param {unknown} body
 * @returns {string}
 */
function refreshTokenIn(body) {
  if (typeof body === 'object' && body !== null && 'refresh_token' in body && typeof body.refresh_token === 'string') {
    return body.refresh_token;
  }
  throw new HttpError(400, 'refresh_token is needed');
}

/**
 * The user name in the request's bearer token.
 *
 * @param {TokenVerifier} verifier
 * @param {Request} request
 * @param {Response} response
 * @throws {HttpError} 401, with the reason in `WWW-Authenticate` (RFC 6750)
 */
async function authorize(verifier, request, response) {
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
  const verdict = token === undefined ? undefined : await verifier.verify(token);
  if (verdict?.ok) return verdict.username;

  const details = verdict ? `, error="invalid_token", error_description="${verdict.reason}"` : '';
  response.setHeader('WWW-Authenticate', `Bearer realm="demo"${details}`);
  throw new HttpError(401, verdict?.reason ?? 'A token is needed');
}
