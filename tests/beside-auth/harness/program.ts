import { build } from 'esbuild';
import { execa } from 'execa';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { isInstalled } from '../../../scripts/lib/install-packages.mjs';
import { toPaths, type PreparedApp } from './prepared-app.ts';

const repository = join(import.meta.dirname, '../../..');
const suite = join(repository, 'tests/beside-auth');

const compilerOptions = {
  target: 'ES2022',
  module: 'ES2022',
  moduleResolution: 'bundler',
  lib: ['ES2022', 'dom', 'dom.iterable'],
  types: [],
  strict: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noPropertyAccessFromIndexSignature: true,
  isolatedModules: true,
  experimentalDecorators: true,
  useDefineForClassFields: false,
  skipLibCheck: true,
  rootDir: '.',
  outDir: 'out',
};

/** The compiler’s messages, by the app they are about. */
export type Messages = ReadonlyMap<string, readonly string[]>;

/** One program of all apps, so that the compiler reads the libraries once. */
export class Program {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Where the bundles are, one for each app, by the app's name. */
  get site(): string {
    return join(this.#folder, 'site');
  }

  async install(): Promise<void> {
    mkdirSync(this.#folder, { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(suite, 'packages', file), this.#at(file));
    cpSync(join(repository, '.npmrc'), this.#at('.npmrc'));
    if (!isInstalled(this.#folder)) {
      const quiet = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
      await execa('npm', ['ci', ...quiet], { cwd: this.#folder });
    }
    const plugin = this.#at('node_modules/capacitor-identity-vault');
    rmSync(plugin, { recursive: true, force: true });
    for (const path of ['package.json', 'dist']) {
      cpSync(join(repository, 'native-plugin', path), join(plugin, path), { recursive: true });
    }
  }

  /** What ngc says of each app, by its name; the texts of what is about none of them under ''. */
  async compile(apps: readonly PreparedApp[]): Promise<Messages> {
    const messages = await this.#compileTogether(apps);
    // For one mistake ngc emits nothing at all: the other apps are still to be run.
    const good = apps.filter(({ name }) => !messages.has(name));
    if (messages.size > 0 && good.length < apps.length) await this.#compileTogether(good);
    return messages;
  }

  async #compileTogether(apps: readonly PreparedApp[]): Promise<Messages> {
    for (const folder of ['apps', 'page', 'out', 'site']) rmSync(this.#at(folder), { recursive: true, force: true });
    cpSync(join(suite, 'page'), this.#at('page'), { recursive: true });
    for (const app of apps) {
      cpSync(join(app.root, 'src'), this.#at(`apps/${app.name}/src`), { recursive: true });
      writeFileSync(this.#at(`apps/${app.name}/src/drive.ts`), app.entry);
    }
    const paths = Object.assign(
      {},
      ...apps.map((app) => toPaths(app.case.aliases ?? {}, `./apps/${app.name}/`)),
    ) as object;
    const include = ['page/*.ts', 'apps/*/src/**/*.ts'];
    const config = { compilerOptions: { ...compilerOptions, paths }, angularCompilerOptions, include };
    writeFileSync(this.#at('tsconfig.json'), JSON.stringify(config));
    return this.#ngc();
  }

  async #ngc(): Promise<Messages> {
    const ngc = this.#at('node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js');
    const { exitCode, all } = await execa(process.execPath, [ngc, '-p', 'tsconfig.json'], {
      cwd: this.#folder,
      reject: false,
      all: true,
    });
    const messages = sort(stripVTControlCharacters(all));
    if (messages.size === 0 && exitCode !== 0) throw new Error(`ngc ended with ${String(exitCode)}\n${all}`);
    return messages;
  }

  /** Bundles every app that was compiled; what they have in common is one file. */
  async bundle(apps: readonly PreparedApp[]): Promise<void> {
    const out = (app: PreparedApp) => this.#at(`out/apps/${app.name}/src/drive.js`);
    const emitted = apps.filter((app) => existsSync(out(app)));
    await build({
      entryPoints: {
        libraries: this.#at('out/page/libraries.js'),
        ...Object.fromEntries(emitted.map((app) => [app.name, out(app)])),
      },
      bundle: true,
      splitting: true,
      format: 'esm',
      keepNames: true,
      outdir: this.site,
      alias: Object.assign({}, ...apps.map((app) => this.#aliases(app))) as Record<string, string>,
      logLevel: 'error',
    });
  }

  #aliases({ name, case: { aliases = {} } }: PreparedApp): Record<string, string> {
    // What a bundler takes for an alias is a folder, or a file as ngc wrote it.
    const plain = (pattern: string) => pattern.replace(/\/\*$/, '').replace(/\.ts$/, '.js');
    return Object.fromEntries(
      Object.entries(aliases).map(([alias, path]) => [plain(alias), this.#at(`out/apps/${name}/${plain(path)}`)]),
    );
  }

  #at(path: string): string {
    return join(this.#folder, path);
  }
}

const angularCompilerOptions = {
  strictInjectionParameters: true,
  strictInputAccessModifiers: true,
  strictTemplates: true,
};

/** A message starts `path:12:5 - error TS1:`, or `error TS1:` where it is about no file, and goes on for some lines. */
function sort(output: string): Map<string, string[]> {
  const messages = new Map<string, string[]>();
  for (const text of output.split(/^(?=(?:\S+:\d+:\d+ - )?error )/m)) {
    const start = /^(?:(\S+):\d+:\d+ - )?error /.exec(text);
    if (!start) continue;
    const name = /^apps\/([^/]+)\//.exec(start[1] ?? '')?.[1] ?? '';
    messages.set(name, [...(messages.get(name) ?? []), text.trim()]);
  }
  return messages;
}
