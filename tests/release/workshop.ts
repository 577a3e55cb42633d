import { execa } from 'execa';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** How a command ended. */
export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  /** Both streams as they came. */
  readonly all: string;
}

export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Variables of the machine that a command needs to run at all; whatever else npm or a shell set is left behind. */
const passedOn = ['PATH', 'LANG', 'TMPDIR', 'NODE_EXTRA_CA_CERTS', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'];

/** A folder with a home of its own and the tools of `tests/release/tools`: what is done there leaves no trace outside. */
export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'identity-vault-release-'));
  readonly home = join(this.folder, 'home');
  readonly tools = join(this.folder, 'tools');

  async open(): Promise<void> {
    mkdirSync(this.home);
    cpSync(join(import.meta.dirname, 'tools'), this.tools, { recursive: true });
    await execa('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: this.tools });
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** With Node 22 and the package managers of the tools first on PATH, as somebody in CI. */
  async run(argv: readonly string[], { cwd, env = {} }: Surroundings): Promise<Ran> {
    const [command = '', ...args] = argv;
    const { exitCode, stdout, all } = await execa(command, args, {
      cwd,
      env: { ...this.#environment(), ...env },
      extendEnv: false,
      reject: false,
      all: true,
      stdin: 'ignore',
    });
    return { exitCode: exitCode ?? 1, stdout, all };
  }

  /** @throws Error with what the command printed, where it fails */
  async succeed(argv: readonly string[], surroundings: Surroundings): Promise<Ran> {
    const ran = await this.run(argv, surroundings);
    if (ran.exitCode === 0) return ran;
    throw new Error(`${argv.join(' ')} ended with ${ran.exitCode}\n${ran.all}`);
  }

  #environment(): Record<string, string> {
    const machine = passedOn.map((name) => [name, process.env[name]] as const);
    const known = machine.filter((entry): entry is readonly [string, string] => entry[1] !== undefined);
    const { PATH = '', ...rest } = Object.fromEntries(known);
    return {
      ...rest,
      PATH: [join(this.tools, 'node_modules/.bin'), PATH].join(delimiter),
      HOME: this.home,
      XDG_CACHE_HOME: join(this.home, 'cache'),
      XDG_DATA_HOME: join(this.home, 'data'),
      npm_config_prefix: join(this.home, 'prefix'),
      YARN_GLOBAL_FOLDER: join(this.home, 'yarn'),
      YARN_PREFIX: join(this.home, 'yarn-prefix'),
      // For root, Yarn 1 installs what it creates with to /usr/local, whatever HOME says, but not for a fake root.
      FAKEROOTKEY: '0',
      CI: '1',
      NO_COLOR: '1',
    };
  }
}
