// @ts-check
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StepFailed } from './steps.mjs';

/** The repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const marker = '.identity-vault-demo';
const markerText = 'Made by `npm run demo`, which replaces this folder as long as this file is in it.\n';

/** The app that the demo sets up. */
export const sampleApp = join(root, 'examples', 'ionic-angular');

/** @typedef {'generic' | 'oidc'} Auth How users of the demo sign in; see `--auth` of the tool. */

/**
 * What the demo puts over it afterwards, in this order: a start page that shows what the vault does, and a look; then
 * what is different with a provider.
 *
 * @type {Readonly<Record<Auth, readonly string[]>>}
 */
const overlays = { generic: ['reference-app'], oidc: ['reference-app', 'reference-app-oidc'] };

/**
 * Copies the tracked files of an app: what a clone has, without the leftovers of a build.
 *
 * @param {string} source a folder of this repository
 * @param {string} target a folder that doesn't exist yet
 */
export function copyApp(source, target) {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: source, encoding: 'utf8' });
  const paths = listed.split('\0').filter((path) => path !== '');
  if (paths.length === 0) throw new StepFailed(`${source} has no tracked files. Is this a git clone?`);
  for (const path of paths) cpSync(join(source, path), join(target, path));
}

/**
 * Stops the demo from replacing a folder it didn't make.
 *
 * @param {string} target
 * @throws {StepFailed} when the folder is not ours
 */
export function checkDemoApp(target) {
  if (!existsSync(target) || readdirSync(target).length === 0 || existsSync(join(target, marker))) return;
  throw new StepFailed(`${target} was not made by this demo (it has no ${marker}). Move it away, then run again.`);
}

/**
 * A fresh sample app in place of the one of an earlier demo.
 *
 * @param {string} target
 */
export function replaceDemoApp(target) {
  checkDemoApp(target);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  // First of all, so that a demo that is interrupted here can be run again.
  writeFileSync(join(target, marker), markerText);
  copyApp(sampleApp, target);
}

/**
 * The reference app's own files, over an app that has its vault.
 *
 * @param {string} target
 * @param {Auth} [auth]
 */
export function addStartPage(target, auth = 'generic') {
  for (const overlay of overlays[auth]) copyApp(join(root, 'examples', overlay), target);
}
