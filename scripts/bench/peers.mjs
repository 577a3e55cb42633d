// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, isInstalled } from '../lib/install-packages.mjs';
import { copyApp, sampleApp } from '../lib/sample-app.mjs';
import { run, step } from '../lib/steps.mjs';

/** @typedef {import('./measure.mjs').Scenario} Scenario */

/** Fixed, so that two runs compare. The Angular and Capacitor tools are those of the sample app's lock file. */
const versions = { '@sentry/wizard': '8.0.0', shadcn: '4.23.0' };

/**
 * @param {string} folder
 * @returns {{ app: string, tools: string }}
 */
function foldersIn(folder) {
  return { app: join(folder, 'app'), tools: join(folder, 'tools') };
}

/**
 * Installs what the tool is compared with; what is there already is kept.
 *
 * @param {string} folder
 */
export async function installPeers(folder) {
  const { app, tools } = foldersIn(folder);
  if (!existsSync(app)) copyApp(sampleApp, app);
  if (!isInstalled(app)) await step("Install the sample app's packages", () => installPackages(app));
  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, 'package.json'), JSON.stringify({ private: true, dependencies: versions }));
  const install = /** @type {const} */ (['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts']);
  if (!isInstalled(tools)) await step('Install the other tools', () => run(install, { cwd: tools }));
}

/**
 * @typedef {object} Peer
 * @property {string} id
 * @property {string} at where it is installed, and run
 * @property {string} package
 * @property {string} command
 * @property {readonly string[]} args
 * @property {() => void} [prepare]
 */

/**
 * @param {string} app
 * @param {string} tools
 * @returns {readonly Peer[]}
 */
function peersIn(app, tools) {
  const ng = { at: app, package: '@angular/cli', command: 'ng' };
  const page = '@ionic/angular-toolkit:page';
  return [
    { id: 'ng-interceptor', ...ng, args: ['g', 'interceptor', 'x', '--dry-run'] },
    { id: 'ionic-page', ...ng, args: ['g', page, 'x', '--dry-run'] },
    {
      id: 'cap-sync',
      at: app,
      package: '@capacitor/cli',
      command: 'cap',
      args: ['sync'],
      prepare: () => makeWebAssets(app),
    },
    { id: 'shadcn-help', at: tools, package: 'shadcn', command: 'shadcn', args: ['--help'] },
    { id: 'sentry-help', at: tools, package: '@sentry/wizard', command: 'sentry-wizard', args: ['--help'] },
  ];
}

/**
 * The other tools doing comparable work. None of them is installed without being asked for.
 *
 * @param {string} folder
 * @returns {{ scenarios: Scenario[], missing: string[] }}
 */
export function findPeers(folder) {
  const { app, tools } = foldersIn(folder);
  const peers = peersIn(app, tools);
  const isThere = (/** @type {Peer} */ { at, package: name }) => existsSync(join(at, 'node_modules', name));
  return {
    scenarios: peers.filter(isThere).map(toScenario),
    missing: peers.filter((peer) => !isThere(peer)).map(titleOf),
  };
}

/** @param {Peer} peer */
function titleOf({ command, args }) {
  return `${command} ${args.join(' ')}`;
}

/**
 * Runs the script itself: a shell's shim would be another process.
 *
 * @param {Peer} peer
 * @returns {Scenario}
 */
function toScenario(peer) {
  const { id, at, args, command, prepare } = peer;
  const home = join(at, 'node_modules', peer.package);
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const script = join(home, typeof bin === 'string' ? bin : bin[command]);
  return { id, title: titleOf(peer), argv: [script, ...args], cwd: at, ...(prepare ? { prepare } : {}) };
}

/**
 * `cap sync` refuses an app that isn't built.
 *
 * @param {string} app
 */
function makeWebAssets(app) {
  mkdirSync(join(app, 'dist/notes/browser'), { recursive: true });
  writeFileSync(join(app, 'dist/notes/browser/index.html'), '<!doctype html>\n');
}
