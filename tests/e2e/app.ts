import { copyFileSync, existsSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { addStartPage, copyApp, root } from '../../scripts/lib/sample-app.mjs';
import { freePort } from '../free-port.ts';
import { doneOnce } from '../support/done-once.ts';
import { apiUrl, foreignUrl, notes, partnerUrl, type AppSource } from './app-source.ts';
import { runInApp, runScript, runTool } from './run-in-app.ts';

/** A copy of an app, to be set up by the built tool. */
export interface App {
  readonly source: AppSource;
  /** The copy: the app, or the workspace it is in. */
  readonly root: string;
  /** The Ionic app. */
  readonly folder: string;
  /** The only origin the app may send its token to. Free when the app was prepared. */
  readonly apiPort: number;
  /** A server of somebody else that the app calls as well. */
  readonly partnerPort: number;
  /** The OpenID provider of an app that signs in at one. */
  readonly providerPort: number;
}

const demoTimeouts = ['--idle-timeout', '120000', '--session-timeout', '900000'];

export const session = 'email:string,age:number,nicknames:string[]';

/** An app with the default answers: packages and plugin installed, `cap` run. */
export function preparedApp(source: AppSource): Promise<App> {
  return once(source, source.name, async (folder) => {
    const app = await pristineApp(source, folder);
    // The lock file says which versions: what is in npm's cache need not be asked for again.
    await runInApp(app, ['npm', 'ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']);
    for (const platform of source.platforms) await runInApp(app, ['cap', 'add', ...platform]);
    await setUp(app, []);
    if (!source.callsPartner) exposeHttpClient(folder);
    return app;
  });
}

/** The sample app with every page that can be generated: the passcode modal and the account page, too; and the notice before an idle lock. */
export function everyPageApp(): Promise<App> {
  return variant('every-page-app', ['--passcode-prompt', 'custom', '--account-page', '--idle-timeout', '600000']);
}

/** The sample app, whose tokens are renewed. */
export function renewingApp(): Promise<App> {
  const args = ['--refresh-url', '/refresh', '--expiry-field', 'expires_in'];
  return variant('renewing-app', args, ({ folder }) => exposeHttpClient(folder));
}

/** What `npm run demo` makes: the sample app with its vault, and the start page over it. */
export function referenceApp(): Promise<App> {
  return variant('reference-app', demoTimeouts, (app) => addReferenceApp(app, 'generic'));
}

/** What `npm run demo -- --auth oidc` makes. */
export function referenceAppWithProvider(): Promise<App> {
  const signIn = (app: App) => ['--auth', 'oidc', '--issuer', issuerOf(app), '--client-id', 'notes', '--no-discovery'];
  const answers = (app: App) => [...signIn(app), ...demoTimeouts];
  return variant('reference-app-oidc', answers, (app) => addReferenceApp(app, 'oidc'));
}

function addReferenceApp({ folder, partnerPort }: App, auth: 'generic' | 'oidc'): void {
  addStartPage(folder, auth);
  replace(join(folder, 'src/app/home/requests.ts'), foreignUrl, `http://localhost:${partnerPort}`);
}

/** The sample app as it is without a vault. */
export async function bareApp(): Promise<App> {
  const lender = await preparedApp(notes);
  return once(notes, 'bare-app', async (folder) => {
    const app = await pristineApp(notes, folder);
    borrowPackages(lender, app);
    return app;
  });
}

/** The sample app with timeouts that a test can wait for, in milliseconds. */
export function appThatLocksAfter(idle: number, session: number): Promise<App> {
  const args = ['--idle-timeout', `${idle}`, '--session-timeout', `${session}`];
  return variant(`timeouts-${idle}-${session}`, args);
}

/** The sample app with other answers, then changed by hand. It borrows the packages of {@link preparedApp}. */
async function variant(
  name: string,
  args: readonly string[] | ((app: App) => readonly string[]),
  change?: (app: App) => void,
): Promise<App> {
  const lender = await preparedApp(notes);
  return once(notes, name, async (folder) => {
    const app = await pristineApp(notes, folder);
    borrowPackages(lender, app);
    await setUp(app, ['--no-install', ...(typeof args === 'function' ? args(app) : args)]);
    change?.(app);
    return app;
  });
}

/** Makes an app's packages those of another, so that a second copy costs no second install. */
export function borrowPackages(lender: App, { root }: App): void {
  lendOpenIdClient(lender);
  symlinkSync(join(lender.root, 'node_modules'), join(root, 'node_modules'));
}

/** What an app with a provider installs besides. The plugin looks for it beside itself, and that is at the lender's. */
function lendOpenIdClient({ root: lenderRoot }: App): void {
  const target = join(lenderRoot, 'node_modules/openid-client');
  if (existsSync(target)) return;
  try {
    symlinkSync(join(root, 'node_modules/openid-client'), target, 'dir');
  } catch (error) {
    // Another process was faster.
    if (!existsSync(target)) throw error;
  }
}

/** The app's optimised build for the servers of this machine, made once; the folder to serve. */
export async function builtApp(app: App): Promise<string> {
  await onlyOnce(`${app.root}.built`, async () => {
    // Of whom its bytes are, for `added-size.test.ts`; not every builder has that.
    const stats = app.source.name === notes.name ? ['--stats-json'] : [];
    await runScript(app, 'build', ['--configuration', 'e2e', ...stats]);
    return '';
  });
  return join(app.root, app.source.site);
}

export const apiOrigin = (app: App): string => `http://localhost:${app.apiPort}`;

export const issuerOf = (app: App): string => `http://localhost:${app.providerPort}`;

/** A fresh copy of an app, without packages, that talks to ports of its own. */
export async function pristineApp(source: AppSource, root: string): Promise<App> {
  copyApp(source.files, root);
  const folder = join(root, source.appFolder);
  const ports = { apiPort: await freePort(), partnerPort: await freePort(), providerPort: await freePort() };
  const app = { source, root, folder, ...ports };
  addConfiguration(app);
  return app;
}

/**
 * A production build never sends a token to this machine, so the servers of a test need a configuration of their own:
 * optimised, as production is, with an environment that names them.
 */
function addConfiguration(app: App): void {
  const { source, root, folder, partnerPort } = app;
  const environments = join(folder, 'src/environments');
  const own = join(environments, 'environment.e2e.ts');
  copyFileSync(join(environments, 'environment.development.ts'), own);
  replace(own, apiUrl, apiOrigin(app));
  if (source.callsPartner) replace(own, partnerUrl, `http://localhost:${partnerPort}`);
  const path = (name: string) => join(source.appFolder, 'src/environments', name);
  const fileReplacements = [{ replace: path('environment.ts'), with: path('environment.e2e.ts') }];
  const workspace = [join(folder, 'project.json'), join(root, 'angular.json')].find(existsSync) ?? '';
  const first = '"development": {';
  replace(workspace, first, `"e2e": ${JSON.stringify({ fileReplacements })},\n${first}`);
}

async function setUp(app: App, args: readonly string[]): Promise<void> {
  // With a provider, the session is what the provider gives.
  const fields = args.includes('--auth') ? [] : ['--session', session];
  const answers = ['--yes', '--api-origins', apiOrigin(app), ...fields];
  const { exitCode, all } = await runTool(app, [...answers, ...args]);
  if (exitCode !== 0) throw new Error(`The set-up ended with ${exitCode}\n${all}`);
}

/** Lets a test send requests through the app's own HttpClient, for an app that calls nobody but its own backend. */
function exposeHttpClient(folder: string): void {
  const main = join(folder, 'src/main.ts');
  replace(
    main,
    'bootstrapApplication(App, appConfig)',
    [
      'bootstrapApplication(App, appConfig)',
      '  .then((app) => {',
      '    const http = app.injector.get(HttpClient);',
      '    Object.assign(globalThis, { httpGet: (url: string) => firstValueFrom(http.get(url)) });',
      '  })\n  ',
    ].join('\n'),
  );
  const imports = ["import { HttpClient } from '@angular/common/http';", "import { firstValueFrom } from 'rxjs';"];
  writeFileSync(main, `${imports.join('\n')}\n${readFileSync(main, 'utf8')}`);
}

function replace(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} no longer has ${from}`);
  writeFileSync(path, text.replace(from, to));
}

type Prepare = (folder: string) => Promise<App>;

/** Suites run in processes of their own, some at the same time: what was done, or failed, is remembered on disk. */
export async function once(source: AppSource, name: string, prepare: Prepare): Promise<App> {
  const folder = join(inject('e2eFolder'), name);
  // Not `nx.json`, which makes a workspace of the folder for every tool in it.
  const record = `${folder}.prepared.json`;
  await onlyOnce(record, async () => {
    const outcome = await prepare(folder).catch((error: unknown) => ({ failure: String(error) }));
    return JSON.stringify(outcome, undefined, 2);
  });
  const outcome = JSON.parse(readFileSync(record, 'utf8')) as App | { failure: string };
  if ('failure' in outcome) throw new Error(`Preparing ${folder} failed. ${outcome.failure}`);
  return { ...outcome, source };
}

/** The record is there when it is whole. */
function onlyOnce(record: string, task: () => Promise<string>): Promise<void> {
  return doneOnce(
    `${record}.lock`,
    () => existsSync(record),
    async () => {
      const text = await task();
      writeFileSync(`${record}.new`, text);
      renameSync(`${record}.new`, record);
    },
  );
}
