// @ts-check
import { generateKeyPairSync, randomBytes } from 'node:crypto';
// @ts-expect-error The package has no types.
import { Provider } from 'oidc-provider';
import { createAccounts, createDemoAccount } from './accounts.mjs';
import { listen, readForm } from './http.mjs';
import { messagePage, pageHeaders, signInPage, signOutPage } from './provider-pages.mjs';

/** @typedef {import('./accounts.mjs').NewAccount} NewAccount */
/** @typedef {import('./http.mjs').Request} Request */
/** @typedef {import('./http.mjs').Response} Response */
/** @typedef {ReturnType<typeof createAccounts>} Accounts */

/**
 * @typedef {object} ProviderOptions
 * @property {number} [port] 0, the default, takes any free one
 * @property {string} [appOrigin] where the app is served; default http://localhost:4200
 * @property {string} [apiOrigin] the server that the access tokens are for; default http://localhost:4300
 * @property {number} [tokenLifetimeSeconds] of an access token, default 60: one can watch it being renewed
 * @property {NewAccount} [account] default: Ada, with a password of this start
 */

/**
 * @typedef {object} Grant What a user gave to a client.
 * @property {(scope: string) => void} addOIDCScope
 * @property {() => Promise<string>} save
 */

/**
 * @typedef {object} Context A request, as oidc-provider shows it.
 * @property {unknown} body of the answer
 * @property {(headers: Readonly<Record<string, string>>) => void} set
 * @property {{
 *   client: { clientId: string },
 *   params: { scope: string },
 *   provider: { Grant: (new (of: object) => Grant) & { find(id: string): Promise<Grant | undefined> } },
 *   session: { accountId: string, grantIdFor(clientId: string): string | undefined },
 * }} oidc
 */

const clientId = 'notes';

const day = 86_400;

/**
 * An OpenID provider for the demo, made with oidc-provider: code and PKCE for one public client, refresh tokens that are
 * good once, JWTs as access tokens for one server, and a session of its own, which a sign-out ends. Keys, cookies and
 * everything it knows are new on every start. It logs nothing about requests: they carry tokens.
 *
 * @param {ProviderOptions} [options]
 */
export async function startProvider(options = {}) {
  const { port = 0, appOrigin = 'http://localhost:4200' } = options;
  const account = options.account ?? createDemoAccount();
  const accounts = createAccounts([account]);
  /** @type {(request: Request, response: Response) => Promise<void> | void} */
  let answer = () => undefined;
  // The provider's name is its address, which is known when it listens.
  const server = await listen((request, response) => answer(request, response), port);
  const provider = withoutAdvice(() => new Provider(server.origin, configurationOf(accounts, options)));
  const answerProtocol = provider.callback();
  answer = (request, response) =>
    request.url?.startsWith('/interaction/')
      ? signIn({ provider, accounts, appOrigin }, request, response)
      : answerProtocol(request, response);

  return { ...server, issuer: server.origin, clientId, account };
}

/**
 * @param {Accounts} accounts
 * @param {ProviderOptions} options
 */
function configurationOf(accounts, options) {
  const {
    appOrigin = 'http://localhost:4200',
    apiOrigin = 'http://localhost:4300',
    tokenLifetimeSeconds = 60,
  } = options;
  const headers = pageHeaders(appOrigin);
  /** @type {(context: Context, page: string) => void} */
  const show = (context, page) => {
    context.set(headers);
    context.body = page;
  };
  return {
    clients: [clientAt(appOrigin)],
    jwks: { keys: [signingKey()] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    clientBasedCORS: (/** @type {Context} */ _context, /** @type {string} */ origin) => origin === appOrigin,
    // The ID token says all of it, and the app need not ask for more.
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'preferred_username', 'name', 'email'] },
    findAccount: (/** @type {Context} */ _context, /** @type {string} */ id) => accountOf(accounts, id),
    interactions: {
      url: (/** @type {Context} */ _context, /** @type {{ uid: string }} */ { uid }) => `/interaction/${uid}`,
    },
    loadExistingGrant: grantFor,
    issueRefreshToken: () => true,
    expiresWithSession: () => false,
    rotateRefreshToken: true,
    ttl: {
      AccessToken: tokenLifetimeSeconds,
      IdToken: 300,
      RefreshToken: day,
      Grant: day,
      Session: day,
      Interaction: 600,
    },
    renderError: (/** @type {Context} */ context) =>
      show(
        context,
        messagePage('That did not work', 'The provider could not do what it was asked for. Go back to the app.'),
      ),
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true, allowedPolicy: isOwnToken },
      resourceIndicators: { enabled: true, ...oneServer(apiOrigin, tokenLifetimeSeconds) },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (/** @type {Context} */ context, /** @type {string} */ form) => show(context, signOutPage(form)),
        postLogoutSuccessSource: (/** @type {Context} */ context) =>
          show(context, messagePage('Signed out', 'You are signed out at this provider.')),
      },
    },
  };
}

/** @param {Context} _context @param {{ clientId: string }} client @param {{ clientId: string }} token */
function isOwnToken(_context, client, token) {
  return token.clientId === client.clientId;
}

/** @param {string} appOrigin */
function clientAt(appOrigin) {
  return {
    client_id: clientId,
    client_name: 'Notes',
    // A public client: an app can keep no secret. PKCE is required of it.
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [`${appOrigin}/auth/callback`],
    post_logout_redirect_uris: [`${appOrigin}/login`],
  };
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    ...privateKey.export({ format: 'jwk' }),
    alg: 'RS256',
    use: 'sig',
    kid: randomBytes(8).toString('base64url'),
  };
}

/**
 * Every access token is for one server, which can check it by itself: it is a JWT.
 *
 * @param {string} apiOrigin
 * @param {number} accessTokenTTL in seconds
 */
function oneServer(apiOrigin, accessTokenTTL) {
  return {
    defaultResource: () => apiOrigin,
    useGrantedResource: () => true,
    getResourceServerInfo: () => ({
      audience: apiOrigin,
      scope: '',
      accessTokenFormat: 'jwt',
      accessTokenTTL,
      jwt: { sign: { alg: 'RS256' } },
    }),
  };
}

/**
 * @param {Accounts} accounts
 * @param {string} id
 */
function accountOf(accounts, id) {
  const account = accounts.find(id);
  if (!account) return undefined;
  const { username, name, email } = account;
  return { accountId: username, claims: () => ({ sub: username, preferred_username: username, name, email }) };
}

/**
 * The app is the provider's own: users aren't asked whether it may know who they are.
 *
 * @param {Context} context
 */
async function grantFor({ oidc: { client, params, provider, session } }) {
  const { Grant } = provider;
  const known = session.grantIdFor(client.clientId);
  const existing = known === undefined ? undefined : await Grant.find(known);
  if (existing) return existing;
  const grant = new Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(params.scope);
  await grant.save();
  return grant;
}

/**
 * The login page: shown, or sent.
 *
 * @param {{ provider: Provider, accounts: Accounts, appOrigin: string }} at
 * @param {Request} request
 * @param {Response} response
 */
async function signIn({ provider, accounts, appOrigin }, request, response) {
  const show = (/** @type {number} */ status, /** @type {string} */ page) =>
    void response.writeHead(status, pageHeaders(appOrigin)).end(page);
  const isPending = await provider.interactionDetails(request, response).then(
    () => true,
    () => false,
  );
  if (!isPending) return show(400, messagePage('This sign-in is over', 'Go back to the app, and begin again.'));
  if (request.method !== 'POST') return show(200, signInPage({}));

  const form = await readForm(request);
  const username = form.get('username') ?? '';
  const account = accounts.authenticate(username, form.get('password') ?? '');
  if (!account) return show(401, signInPage({ username, problem: 'The user name or the password is wrong.' }));
  await provider.interactionFinished(request, response, { login: { accountId: account.username } });
}

/**
 * The package tells developers what a real provider would need. This one is none.
 *
 * @template T
 * @param {() => T} make
 * @returns {T}
 */
function withoutAdvice(make) {
  const { warn, info } = console;
  console.warn = console.info = () => undefined;
  try {
    return make();
  } finally {
    Object.assign(console, { warn, info });
  }
}
