// @ts-check
// Runs before anything is installed: nothing but node: modules here, in lib/ and in examples/backend/.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
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
/** The one of its production builds, which never send a token to this machine. */
const productionApi = 'https://api.example.com';
const appPort = 4200;
/** Angular's CLI asks about its telemetry on a first run; nobody is there to answer. */
const quietAngular = { NG_CLI_ANALYTICS: 'false' };

try {
  const { values } = parseArgs({ options: { serve: { type: 'boolean', default: true } }, allowNegative: true });
  await setUp();
  if (values.serve) await serve();
  else console.log('\nBuilt demo-app/. To start it as well: npm run demo');
} catch (error) {
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    console.error(`${error.message}\nUsage: npm run demo -- [--no-serve]`);
    process.exitCode = 64;
  } else if (error instanceof StepFailed) {
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  } else throw error;
}

async function setUp() {
  // Before the minutes that the rest takes.
  checkDemoApp(demoApp);
  if (!isInstalled(root)) await step('Install packages', () => installPackages(root));
  await step('Build the tool and the plugin', () => run(['npm', 'run', '--silent', 'build'], { cwd: root }));
  await step('Copy the sample app to demo-app/', () => replaceDemoApp(demoApp));
  await step("Install the sample app's packages", () => installPackages(demoApp));
  await setUpVault();
  await step('Show what the vault does on its start page', () => addStartPage(demoApp));
  const forDevelopment = ['--', '--configuration', 'development'];
  await step('Build the app (ng build --configuration development)', () =>
    run(['npm', 'run', '--silent', 'build', ...forDevelopment], { cwd: demoApp, env: quietAngular }),
  );
}

/** As a user would, with the answers given as flags. */
async function setUpVault() {
  const cli = join(root, 'dist', 'create-identity-vault.js');
  const origins = `${productionApi},http://localhost:${backendPort}`;
  const timeouts = ['--idle-timeout', '120000', '--session-timeout', '900000'];
  const answers = ['--yes', '--api-origins', origins, '--session', 'email:string', ...timeouts];
  const said = await step(`Give it its identity vault: create-identity-vault ${answers.join(' ')}`, () =>
    run([process.execPath, cli, '--cwd', 'demo-app', ...answers], { cwd: root }),
  );
  console.log(said.replace(/^/gm, '  | '));
}

async function serve() {
  const appOrigin = `http://localhost:${appPort}`;
  const { account } = await listening(backendPort, () => startBackend({ port: backendPort, appOrigin }));
  await listening(strangerPort, () => startStranger({ port: strangerPort }));
  await listening(appPort, () => serveFolder(join(demoApp, 'dist', 'notes', 'browser'), appPort));
  console.log(tour({ appOrigin, backendPort, strangerPort, account }));
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
