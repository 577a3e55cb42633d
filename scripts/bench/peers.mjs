// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, isInstalled } from '../lib/install-packages.mjs';
import { copySampleApp } from '../lib/sample-app.mjs';
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
  if (!existsSync(app)) copySampleApp(app);
  if (!isInstalled(app)) await step("Install the sample app's packages", () => installPackages(app));
  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, 'package.json'), JSON.stringify({ private: true, dependencies: versions }));
  const install = /** @type {const} */ (['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts']);
  if (!isInstalled(tools)) await step('Install the other tools', () => run(install, { cwd: tools }));
}

/**
 * The other tools doing comparable work. None of them is installed without being asked for.
 *
 * @param {string} folder
 * @returns {{ scenarios: Scenario[], missing: string[] }}
 */
export function findPeers(folder) {
  const { app, tools } = foldersIn(folder);
  /** @type {readonly (Omit<Scenario, 'argv' | 'cwd'> & { at: string, bin: [string, string], args: string[] })[]} */
  const peers = [
    { id: 'ng-interceptor', at: app, bin: ['@angular/cli', 'ng'], args: ['g', 'interceptor', 'x', '--dry-run'] },
    {
      id: 'ionic-page',
      at: app,
      bin: ['@angular/cli', 'ng'],
      args: ['g', '@ionic/angular-toolkit:page', 'x', '--dry-run'],
    },
    { id: 'cap-sync', at: app, bin: ['@capacitor/cli', 'cap'], args: ['sync'], prepare: () => makeWebAssets(app) },
    { id: 'shadcn-help', at: tools, bin: ['shadcn', 'shadcn'], args: ['--help'] },
    { id: 'sentry-help', at: tools, bin: ['@sentry/wizard', 'sentry-wizard'], args: ['--help'] },
  ].map((peer) => ({ ...peer, title: `${peer.bin[1]} ${peer.args.join(' ')}` }));
  const isThere = ({ at, bin: [name] }) => existsSync(join(at, 'node_modules', name, 'package.json'));
  return {
    scenarios: peers.filter(isThere).map(({ at, bin, args, ...peer }) => ({
      ...peer,
      argv: [binOf(at, bin), ...args],
      cwd: at,
    })),
    missing: peers.filter((peer) => !isThere(peer)).map(({ title }) => title),
  };
}

/**
 * The script itself: a shell's shim would be another process.
 *
 * @param {string} folder
 * @param {[string, string]} bin package and command
 */
function binOf(folder, [name, command]) {
  const home = join(folder, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return join(home, typeof bin === 'string' ? bin : bin[command]);
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
