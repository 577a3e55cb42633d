// @ts-check
// Runs before anything is installed: nothing but node: modules here, in lib/ and in examples/backend/.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDemoAccount } from '../examples/backend/accounts.mjs';
import { createProviderTokens } from '../examples/backend/provider-tokens.mjs';
import { startBackend } from '../examples/backend/start-backend.mjs';
import { startStranger } from '../examples/backend/start-stranger.mjs';
import { installPackages, isInstalled } from './lib/install-packages.mjs';
import { addStartPage, checkDemoApp, replaceDemoApp, root } from './lib/sample-app.mjs';
import { serveFolder } from './lib/serve-folder.mjs';
import { StepFailed, run, step } from './lib/steps.mjs';
import { tour } from './lib/tour.mjs';

const demoApp = join(root, 'demo-app');
/** The environment of the sample app's development builds names this origin. */
const backendPort = 4300;
/** The start page asks it, too, and it is not on the list of those who get the token. */
const strangerPort = 4301;
/** The OpenID provider of `--auth oidc`. */
const providerPort = 4302;
/** The one of its production builds, which never send a token to this machine. */
const productionApi = 'https://api.example.com';
const appPort = 4200;
/** Angular's CLI asks about its telemetry on a first run; nobody is there to answer. */
const quietAngular = { NG_CLI_ANALYTICS: 'false' };
const usage = 'Usage: npm run demo -- [--auth generic|oidc] [--no-serve]';

/** @typedef {import('./lib/sample-app.mjs').Auth} Auth */

/** How users sign in, as the tool asks for it. The provider is started only later: it can't be asked yet. @type {Readonly<Record<Auth, readonly string[]>>} */
const signInAnswers = {
  generic: ['--session', 'email:string'],
  oidc: ['--auth', 'oidc', '--issuer', `http://localhost:${providerPort}`, '--client-id', 'notes', '--no-discovery'],
};

class WrongArguments extends Error {}

try {
  const options = /** @type {const} */ ({
    auth: { type: 'string', default: 'generic' },
    serve: { type: 'boolean', default: true },
  });
  const { auth, serve } = parseArgs({ options, allowNegative: true }).values;
  if (!isAuth(auth)) throw new WrongArguments(`--auth is generic or oidc, not ${auth}.`);
  await setUp(auth);
  if (serve) await serveDemo(auth);
  else
    console.log(
      `\nBuilt demo-app/. To start it as well: npm run demo${auth === 'generic' ? '' : ` -- --auth ${auth}`}`,
    );
} catch (error) {
  if (isWrongArguments(error)) {
    console.error(`${error.message}\n${usage}`);
    process.exitCode = 64;
  } else if (error instanceof StepFailed) {
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  } else throw error;
}

/** @param {string} auth @returns {auth is Auth} */
function isAuth(auth) {
  return Object.hasOwn(signInAnswers, auth);
}

/** @param {unknown} error @returns {error is Error} */
function isWrongArguments(error) {
  if (error instanceof WrongArguments) return true;
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** @param {Auth} auth */
async function setUp(auth) {
  // Before the minutes that the rest takes.
  checkDemoApp(demoApp);
  if (!isInstalled(root)) await step('Install packages', () => installPackages(root));
  await step('Build the tool and the plugin', () => run(['npm', 'run', '--silent', 'build'], { cwd: root }));
  await step('Copy the sample app to demo-app/', () => replaceDemoApp(demoApp));
  await step("Install the sample app's packages", () => installPackages(demoApp));
  await setUpVault(auth);
  await step('Show what the vault does on its start page', () => addStartPage(demoApp, auth));
  const forDevelopment = ['--', '--configuration', 'development'];
  await step('Build the app (ng build --configuration development)', () =>
    run(['npm', 'run', '--silent', 'build', ...forDevelopment], { cwd: demoApp, env: quietAngular }),
  );
}

/** As a user would, with the answers given as flags. @param {Auth} auth */
async function setUpVault(auth) {
  const cli = join(root, 'dist', 'create-identity-vault.js');
  const origins = `${productionApi},http://localhost:${backendPort}`;
  const timeouts = ['--idle-timeout', '120000', '--session-timeout', '900000'];
  const answers = ['--yes', '--api-origins', origins, ...signInAnswers[auth], ...timeouts];
  const said = await step(`Give it its identity vault: create-identity-vault ${answers.join(' ')}`, () =>
    run([process.execPath, cli, '--cwd', 'demo-app', ...answers], { cwd: root }),
  );
  console.log(said.replace(/^/gm, '  | '));
}

/** @param {Auth} auth */
async function serveDemo(auth) {
  const appOrigin = `http://localhost:${appPort}`;
  const account = createDemoAccount();
  const issuer = auth === 'oidc' ? await serveProvider(appOrigin, account) : undefined;
  const verifier = issuer && createProviderTokens({ issuer, audience: `http://localhost:${backendPort}` });
  const backend = { port: backendPort, appOrigin, account };
  await listening(backendPort, () => startBackend(verifier ? { ...backend, verifier } : backend));
  await listening(strangerPort, () => startStranger({ port: strangerPort }));
  await listening(appPort, () => serveFolder(join(demoApp, 'dist', 'notes', 'browser'), appPort));
  console.log(tour({ appOrigin, backendPort, strangerPort, account, issuer }));
}

/**
 * @param {string} appOrigin
 * @param {import('../examples/backend/accounts.mjs').NewAccount} account
 * @returns the provider's issuer
 */
async function serveProvider(appOrigin, account) {
  // It needs a package, which is there only now.
  const { startProvider } = await import('../examples/backend/start-provider.mjs');
  const options = { port: providerPort, appOrigin, apiOrigin: `http://localhost:${backendPort}`, account };
  const { issuer } = await listening(providerPort, () => startProvider(options));
  return issuer;
}

/**
 * @template T
 * @param {number} port
 * @param {() => Promise<T>} start
 * @returns {Promise<T>}
 */
async function listening(port, start) {
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new StepFailed(`Port ${port} is taken. Stop what listens there, then run again.`);
  }
}
