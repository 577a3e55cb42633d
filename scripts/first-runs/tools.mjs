// @ts-check
import { join } from 'node:path';
import { root } from '../lib/sample-app.mjs';

/** Fixed, so that two measurements compare. */
export const versions = { 'create-vite': '9.3.0', sv: '0.17.1', shadcn: '4.23.1', '@sentry/wizard': '8.0.0' };

/**
 * @typedef {object} FirstRun
 * @property {string} title
 * @property {'nothing' | 'app' | 'kit'} from what it starts in: an empty folder, the sample app, or what `sv create` made
 * @property {readonly [string, ...string[]]} command
 * @property {RegExp} pending a question that waits
 * @property {RegExp} [success] where the tool goes on after it, as a development server does; otherwise it ends with 0
 * @property {readonly string[]} [keys] what a person presses at the questions, in their order; Enter at all others
 */

/** Its last line is empty while it waits. */
const clack = /^◆ {2}(.+)\n(?:(?!◆).+\n)*└ *$/m;
const inquirer = /^\? (.+)/m;

/** Of a project that isn't: the wizard sends nothing there while it sets an app up. */
const sentryProject = [
  ['authToken', 'none'],
  ['selfHosted', 'false'],
  ['dsn', 'https://none@o1.ingest.sentry.io/1'],
  ...['projectId', 'projectSlug', 'projectName', 'orgId', 'orgName', 'orgSlug'].map((name) => [name, '1']),
].flatMap(([name, value]) => [`--preSelectedProject.${name}`, String(value)]);

/**
 * @param {string} tools where the others are installed
 * @returns {readonly FirstRun[]}
 */
export function firstRuns(tools) {
  const bin = (/** @type {string} */ name) => join(tools, 'node_modules/.bin', name);
  const sentry = /** @type {const} */ ([bin('sentry-wizard'), '-i', 'angular', '--disable-telemetry']);
  return [
    {
      title: 'create-identity-vault',
      from: 'app',
      command: [process.execPath, join(root, 'dist/create-identity-vault.js')],
      pending: inquirer,
    },
    {
      title: 'create-vite',
      from: 'nothing',
      command: [bin('create-vite')],
      pending: clack,
      success: /ready in \d+ ms/,
    },
    { title: 'sv create', from: 'nothing', command: [bin('sv'), 'create'], pending: clack },
    { title: 'sv add', from: 'kit', command: [bin('sv'), 'add'], pending: clack, keys: ['Space Enter'] },
    { title: 'shadcn init', from: 'nothing', command: [bin('shadcn'), 'init'], pending: inquirer },
    { title: 'sentry-wizard', from: 'app', command: sentry, pending: clack },
    {
      title: 'sentry-wizard, its project given',
      from: 'app',
      command: [...sentry, ...sentryProject],
      pending: clack,
    },
  ];
}
