import { execa } from 'execa';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { inject } from 'vitest';
import { copySampleApp, root } from '../../scripts/lib/sample-app.mjs';

/** A copy of the sample app that was set up by the built tool. */
export interface App {
  readonly folder: string;
  /** The only origin the app may send its token to. Free when the app was prepared. */
  readonly apiPort: number;
}

/** What the built tool printed, and how it ended. */
export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export const session = 'email:string,age:number,nicknames:string[]';

/** Runs the built tool as `npx create-identity-vault` would, with nobody to ask. */
export async function runTool(folder: string, args: readonly string[]): Promise<Ran> {
  const cli = join(root, 'dist', 'create-identity-vault.js');
  const { exitCode, stdout, stderr } = await execa(process.execPath, [cli, '--cwd', folder, ...args], {
    reject: false,
    stdin: 'ignore',
    env: { CI: '1' },
  });
  return { exitCode: exitCode ?? 1, stdout, stderr };
}

/** Runs one of the app's own npm scripts and gives its output; when it fails, that is the error's message. */
export async function runScript(app: App, name: string, args: readonly string[] = []): Promise<string> {
  const argv = ['run', '--silent', name, '--', ...args];
  const { exitCode, all } = await execa('npm', argv, {
    cwd: app.folder,
    reject: false,
    all: true,
    stdin: 'ignore',
    env: { CI: '1', NG_CLI_ANALYTICS: 'false', NO_COLOR: '1' },
  });
  if (exitCode !== 0) throw new Error(`npm ${argv.join(' ')} ended with ${exitCode ?? 'a signal'}\n${all}`);
  return all;
}

/** The sample app with the default answers: packages and plugin installed, `cap` run. */
export function preparedApp(): Promise<App> {
  return once('app', async (folder) => {
    const app = await pristineApp(folder);
    await install(folder);
    await setUp(app, []);
    exposeHttpClient(folder);
    return app;
  });
}

/** The same app with the generated passcode modal. It borrows the packages of {@link preparedApp}. */
export async function customPasscodeApp(): Promise<App> {
  const lender = await preparedApp();
  return once('custom-passcode-app', async (folder) => {
    const app = await pristineApp(folder);
    borrowPackages(lender, folder);
    await setUp(app, ['--passcode-prompt', 'custom', '--no-install']);
    return app;
  });
}

/** Makes an app's packages those of another, so that a second copy costs no second install. */
export function borrowPackages(lender: App, folder: string): void {
  symlinkSync(join(lender.folder, 'node_modules'), join(folder, 'node_modules'));
}

/** The app's production build, made once; the folder to serve. */
export async function builtApp(app: App): Promise<string> {
  const site = join(app.folder, 'dist', 'notes', 'browser');
  const done = `${app.folder}.built`;
  if (!existsSync(done)) {
    await runScript(app, 'build');
    writeFileSync(done, '');
  }
  return site;
}

export const apiOrigin = (app: App): string => `http://localhost:${app.apiPort}`;

/** A fresh copy of the sample app, without packages, that talks to a port of its own. */
export async function pristineApp(folder: string): Promise<App> {
  copySampleApp(folder);
  const app = { folder, apiPort: await freePort() };
  replace(join(folder, 'src/environments/environment.ts'), 'http://localhost:4300', apiOrigin(app));
  return app;
}

async function setUp(app: App, args: readonly string[]): Promise<void> {
  const answers = ['--yes', '--api-origins', apiOrigin(app), '--session', session];
  const { exitCode, stdout, stderr } = await runTool(app.folder, [...answers, ...args]);
  if (exitCode !== 0) throw new Error(`The set-up ended with ${exitCode}\n${stdout}\n${stderr}`);
}

async function install(folder: string): Promise<void> {
  await execa('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
}

/** Lets a test send requests through the app's own HttpClient, to servers the app itself never calls. */
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

/** Suites run one after the other, in processes of their own: what was done, or failed, is remembered on disk. */
async function once(name: string, prepare: (folder: string) => Promise<App>): Promise<App> {
  const folder = join(inject('e2eFolder'), name);
  const record = `${folder}.json`;
  if (!existsSync(record)) {
    const outcome = await prepare(folder).catch((error: unknown) => ({ failure: String(error) }));
    writeFileSync(record, JSON.stringify(outcome));
  }
  const outcome = JSON.parse(readFileSync(record, 'utf8')) as App | { failure: string };
  if ('failure' in outcome) throw new Error(`Preparing ${folder} failed. ${outcome.failure}`);
  return outcome;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
