import { execa } from 'execa';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import type { Workshop } from './workshop.ts';

const ours = ['create-identity-vault', 'capacitor-identity-vault'];

/** A registry on loopback. It has our two packages and passes on what it is asked for otherwise. */
export class Registry {
  readonly url: string;
  readonly #process: ChildProcess;

  private constructor(url: string, process: ChildProcess) {
    this.url = url;
    this.#process = process;
  }

  /** @throws Error with what it printed, where it doesn't answer */
  static async start({ folder: place, home, tools }: Workshop): Promise<Registry> {
    const folder = join(place, 'registry');
    mkdirSync(folder);
    const [config, log] = [join(folder, 'config.json'), join(folder, 'log')];
    writeFileSync(config, JSON.stringify(configuration(await npmConfig('registry'))));
    const url = `http://127.0.0.1:${await freePort()}/`;
    const output = openSync(log, 'a');
    // Node itself, no script around it: what is stopped in the end is the registry.
    const process = spawn(
      join(tools, 'node_modules/node/bin/node'),
      [join(tools, 'node_modules/verdaccio/bin/verdaccio'), `--config=${config}`, `--listen=${url}`],
      { stdio: ['ignore', output, output], env: await environment(home) },
    );
    const registry = new Registry(url, process);
    if (!(await registry.#answers())) {
      await registry.close();
      throw new Error(`The registry does not answer.\n${readFileSync(log, 'utf8')}`);
    }
    return registry;
  }

  /** Makes a user that is gone with the registry, and lets everybody in the workshop's home publish as it. */
  async addUser(home: string): Promise<void> {
    const response = await fetch(`${this.url}-/user/org.couchdb.user:release`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'release', password: crypto.randomUUID() }),
    });
    const { token } = (await response.json()) as { token: string };
    const host = this.url.replace('http:', '');
    writeFileSync(join(home, '.npmrc'), `registry=${this.url}\n${host}:_authToken=${token}\nupdate-notifier=false\n`);
  }

  /** What a lock file says of a package that came from here. */
  async integrity(name: string, version: string): Promise<string> {
    const response = await fetch(`${this.url}${name}`);
    const { versions } = (await response.json()) as { versions: Record<string, { dist: { integrity: string } }> };
    return versions[version]?.dist.integrity ?? `${name}@${version} was not published`;
  }

  async close(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    this.#process.kill();
    await once(this.#process, 'exit');
  }

  async #answers(): Promise<boolean> {
    for (let tries = 0; tries < 200 && this.#process.exitCode === null; tries++) {
      const isUp = await fetch(`${this.url}-/ping`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isUp) return true;
      await setTimeout(150);
    }
    return false;
  }
}

/** It asks the machine's own registry: what npm trusts, it has to trust. */
async function environment(home: string): Promise<NodeJS.ProcessEnv> {
  const cafile = await npmConfig('cafile');
  return {
    ...process.env,
    HOME: home,
    ...(cafile === 'null' ? {} : { NODE_EXTRA_CA_CERTS: process.env['NODE_EXTRA_CA_CERTS'] ?? cafile }),
  };
}

function configuration(upstream: string): object {
  const own = { access: '$all', publish: '$authenticated' };
  return {
    storage: './storage',
    auth: { htpasswd: { file: './htpasswd', max_users: 1 } },
    uplinks: { upstream: { url: upstream, timeout: '60s', max_fails: 20 } },
    packages: { ...Object.fromEntries(ours.map((name) => [name, own])), '**': { access: '$all', proxy: 'upstream' } },
    log: { type: 'stdout', format: 'pretty', level: 'warn' },
  };
}

/** As the machine is set up for every other suite. */
async function npmConfig(key: string): Promise<string> {
  const { stdout } = await execa('npm', ['config', 'get', key]);
  return stdout.trim();
}
