import { Ajv2020 } from 'ajv/dist/2020.js';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyApp, root } from '../../scripts/lib/sample-app.mjs';
import { gitHubCommands, gitLabCommands, shellCommands } from '../docs/ci-recipes.ts';
import { blocksIn } from '../docs/code-in.ts';
import { FreshApp } from './fresh-app.ts';
import { managers } from './managers.ts';
import { Registry } from './registry.ts';
import { Workshop, type Ran } from './workshop.ts';

/** Nobody listens there. */
const nowhere = { npm_config_registry: 'http://127.0.0.1:9/' };

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const workshop = new Workshop();
const checkout = join(workshop.folder, 'checkout');
const installedTool = join(workshop.folder, 'tool');
let registry: Registry;

beforeAll(async () => {
  await workshop.open();
  registry = await Registry.start(workshop);
  await registry.addUser(workshop.home);
  copyApp(root, checkout);
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
  for (const command of publishCommands()) await workshop.succeed(['sh', '-c', command], { cwd: checkout });
  mkdirSync(installedTool);
  await workshop.succeed(['npm', 'install', `create-identity-vault@${version}`], { cwd: installedTool });
});
afterAll(async () => {
  // Whatever beforeAll got to.
  await (registry as Registry | undefined)?.close();
  workshop.close();
});

/** As docs/releasing.md has them. */
function publishCommands(): string[] {
  const guide = readFileSync(join(root, 'docs/releasing.md'), 'utf8').split('## Publish')[1] ?? '';
  return blocksIn(guide, 'sh')[0]?.trim().split('\n') ?? [];
}

/** What the registry hands out: the archive, what is in it, and where that is unpacked. */
interface Published {
  readonly archive: string;
  readonly files: readonly string[];
  readonly folder: string;
}

async function download(name: string): Promise<Published> {
  const cwd = join(workshop.folder, `${name}-unpacked`);
  const archive = join(cwd, `${name}-${version}.tgz`);
  const folder = join(cwd, 'package');
  if (!existsSync(folder)) {
    mkdirSync(cwd);
    await workshop.succeed(['npm', 'pack', `${name}@${version}`], { cwd });
    await workshop.succeed(['tar', '-xf', archive], { cwd });
  }
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return { archive, folder, files: files.map((path) => relative(folder, path).replaceAll('\\', '/')) };
}

describe.each([
  { name: 'create-identity-vault', has: ['AGENTS.md', 'llms.txt', 'docs/ci.md', 'dist/THIRD-PARTY-NOTICES.txt'] },
  { name: 'capacitor-identity-vault', has: ['config.schema.json', 'dist/index.d.ts', 'dist/cjs/index.d.ts'] },
])('$name as it was published', ({ name, has }) => {
  test('has its licence and its README, and no test, map, lock file, archive or path of this machine', async () => {
    const { files, folder, archive } = await download(name);
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json', ...has]));
    const strange = /(^|\/)(tests?|node_modules|examples|scripts|\.[^/]*)\/|\.test\.|\.map$|-lock\.|\.tgz$|(^|\/)\./;
    expect(files.filter((path) => strange.test(path))).toEqual([]);
    const places = [root.replace(/\/$/, ''), workshop.folder];
    const telling = (path: string) =>
      places.some((place) => readFileSync(join(folder, path), 'latin1').includes(place));
    expect(files.filter(telling)).toEqual([]);
    expect(statSync(archive).size).toBeLessThan(3 * 1024 * 1024);
  });

  test('has every file that its package.json names', async () => {
    const { files, folder } = await download(name);
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
    const named = ['main', 'module', 'types', 'bin', 'exports', 'typesVersions'].flatMap((key) =>
      stringsIn(manifest[key]),
    );
    expect(named.length).toBeGreaterThan(1);
    expect(named.map((path) => path.replace(/^\.\//, '')).filter((path) => !files.includes(path))).toEqual([]);
  });

  test('is as publint wants it', async () => {
    const { all } = await workshop.succeed(['publint', 'run', (await download(name)).archive, '--strict'], {
      cwd: workshop.folder,
    });
    expect(all).not.toMatch(/Errors|Warnings/);
  });
});

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

test('the published tool runs on the Node of the workshop, and knows its version', async () => {
  const tool = join(installedTool, 'node_modules/.bin/identity-vault');
  const { stdout } = await workshop.succeed([tool, '--version'], { cwd: workshop.folder });
  expect(stdout.trim()).toBe(version);
  expect((await workshop.succeed(['node', '--version'], { cwd: workshop.folder })).stdout).toMatch(/^v22\./);
});

describe('a fresh app', () => {
  test.concurrent.for(managers)('$name create identity-vault --yes', async (manager, { expect }) => {
    const app = FreshApp.make(join(workshop.folder, manager.name));
    const here = { cwd: app.root };
    await workshop.succeed(manager.install, here);
    const lockBefore = app.read(manager.lockFile);

    await workshop.succeed([...manager.create, '--yes', '--ci-script'], here);

    const installed = app.readJson('node_modules/capacitor-identity-vault/package.json') as { version: string };
    expect(installed.version).toBe(version);
    expect(lockBefore).not.toContain('capacitor-identity-vault');
    expect(app.read(manager.lockFile)).toContain(await registry.integrity('capacitor-identity-vault', version));
    expect(app.names().filter((name) => managers.some(({ lockFile }) => lockFile === name))).toEqual([
      manager.lockFile,
    ]);
    const { dependencies, scripts } = app.readJson('package.json') as Record<string, Record<string, string>>;
    expect(dependencies?.['capacitor-identity-vault']).toBe(`^${version}`);
    expect(scripts?.['identity-vault:check']).toBe(`${manager.script} create-identity-vault@${version} check`);
    const config = app.readJson('identity-vault.config.json') as { $schema: string };
    const validate = new Ajv2020().compile(app.readJson(config.$schema) as object);
    expect({ valid: validate(config), errors: validate.errors }).toEqual({ valid: true, errors: null });
    // Of .npmrc, Yarn 1 tells what a script starts nothing.
    if (manager.name === 'yarn') app.write('.yarnrc', `registry "${registry.url}"\n`);
    await workshop.succeed(manager.runCheck, here);
  });
});

/** Of the published tool, without a package of the app, and in a process that ends when it asks anybody for anything. */
async function checkAlone(app: FreshApp, ...args: string[]): Promise<Ran> {
  const tool = join(installedTool, 'node_modules/create-identity-vault/dist/create-identity-vault.js');
  const env = { ...nowhere, NODE_OPTIONS: `--require=${join(import.meta.dirname, 'no-network.cjs')}` };
  return workshop.run(['node', tool, 'check', ...args], { cwd: app.root, env });
}

describe.each(managers)('check without network and node_modules, set up with $name', ({ name }) => {
  const generated = 'src/app/identity/identity.service.ts';

  test('is in sync; still so where a file was edited; and says where not', async () => {
    const app = FreshApp.at(join(workshop.folder, name));
    app.putAway('node_modules');
    expect(await checkAlone(app, '--strict')).toMatchObject({ exitCode: 0 });
    const text = app.read(generated);
    app.write(generated, `${text}// mine\n`);
    expect(await checkAlone(app)).toMatchObject({ exitCode: 0, all: expect.stringContaining('note') as string });
    app.remove(generated);
    expect(await checkAlone(app)).toMatchObject({ exitCode: 2, all: expect.stringContaining(generated) as string });
    app.write(generated, text);
  });
});

test('what shows that nothing is asked does show it', async () => {
  const env = { NODE_OPTIONS: `--require=${join(import.meta.dirname, 'no-network.cjs')}` };
  const ran = await workshop.run(['node', '-e', `fetch('${registry.url}')`], { cwd: workshop.folder, env });
  expect(ran).toMatchObject({ exitCode: 99 });
});

describe('docs/ci.md, command by command', () => {
  const generated = 'src/app/identity/auth.guard.ts';
  const commands = [...new Set([...gitHubCommands, ...gitLabCommands, ...shellCommands])];
  const checks = commands.filter((command) => /\bcheck\b/.test(command));

  test.each(commands)('%s', async (command) => {
    const app = FreshApp.at(join(workshop.folder, 'npm'));
    const env = { PATH: [join(workshop.home, 'prefix/bin'), process.env['PATH'] ?? ''].join(delimiter) };
    const here = { cwd: app.root, ...(command.startsWith('create-') ? { env } : {}) };
    expect(await workshop.run(['sh', '-c', command], here)).toMatchObject({ exitCode: 0 });
    if (!checks.includes(command)) return;
    const text = app.read(generated);
    app.remove(generated);
    const { exitCode, all } = await workshop.run(['sh', '-c', command], here);
    app.write(generated, text);
    expect({ exitCode, all }).toMatchObject({ exitCode: 2, all: expect.stringContaining(generated) as string });
    if (gitHubCommands.includes(command)) expect(all).toContain(`::error file=${generated},`);
  });
});
