import { execa } from 'execa';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect } from 'vitest';
import type { Sources } from './sources.ts';
import { runnerTypes } from './test-runner.ts';
import type { Version } from './versions.ts';

const repository = join(import.meta.dirname, '../..');

/** A message of the compiler: the file it is about, and the text. */
export interface Diagnostic {
  readonly path: string;
  readonly text: string;
}

interface Flags extends Pick<Version, 'compilerOptions'> {
  /** Beside those that every set is compiled with. */
  readonly templateOptions?: Readonly<Record<string, unknown>>;
}

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly line?: number; readonly ruleId: string | null; readonly message: string }[];
}

const angularCompilerOptions = {
  strictInjectionParameters: true,
  strictInputAccessModifiers: true,
  strictTemplates: true,
};

/** The compiler and the libraries of one Angular, installed from its lock file into a folder of its own. */
export class PackageSet {
  readonly #folder = realpathSync(mkdtempSync(join(tmpdir(), 'identity-vault-compile-')));

  /** @param name of a folder beside this file */
  async install(name: string): Promise<void> {
    cpSync(join(import.meta.dirname, name), this.#folder, { recursive: true });
    cpSync(join(repository, '.npmrc'), join(this.#folder, '.npmrc'));
    const quiet = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
    await execa('npm', ['ci', ...quiet], { cwd: this.#folder });
    // Copied, not linked: its types have to be read with this set's Capacitor.
    const plugin = join(repository, 'native-plugin');
    for (const path of ['package.json', 'dist']) {
      cpSync(join(plugin, path), join(this.#folder, 'node_modules/capacitor-identity-vault', path), {
        recursive: true,
      });
    }
    this.#write('node_modules/test-runner/index.d.ts', runnerTypes);
  }

  /** What ngc says of these sources, and of no others; nothing is emitted. */
  async compile(sources: Sources, { compilerOptions, templateOptions }: Flags): Promise<Diagnostic[]> {
    rmSync(join(this.#folder, 'src'), { recursive: true, force: true });
    for (const [path, text] of Object.entries(sources)) this.#write(path, text);
    const options = { compilerOptions, angularCompilerOptions: { ...angularCompilerOptions, ...templateOptions } };
    this.#write('tsconfig.json', JSON.stringify({ ...options, include: ['src/**/*.ts'] }));
    const ngc = join(this.#folder, 'node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js');
    const { exitCode, all } = await execa(process.execPath, [ngc, '-p', 'tsconfig.json'], {
      cwd: this.#folder,
      reject: false,
      all: true,
    });
    const found = parse(stripVTControlCharacters(all));
    if (found.length === 0 && exitCode !== 0) throw new Error(`ngc ended with ${String(exitCode)}\n${all}`);
    return found;
  }

  /** What ESLint says of files that were compiled, with the configuration of the set. */
  async lint(paths: readonly string[]): Promise<Diagnostic[]> {
    const eslint = join(this.#folder, 'node_modules/eslint/bin/eslint.js');
    const { stdout, stderr } = await execa(process.execPath, [eslint, '--format=json', ...paths], {
      cwd: this.#folder,
      reject: false,
    });
    if (!stdout.startsWith('[')) throw new Error(`ESLint gave no result.\n${stderr}`);
    const results = JSON.parse(stdout) as readonly LintResult[];
    // Of a file without a configuration it says only that, and it would pass.
    expect(results.length).toBe(paths.length);
    return results.flatMap(({ filePath, messages }) => {
      const path = relative(this.#folder, filePath);
      return messages.map(({ line = 0, ruleId, message }) => ({
        path,
        text: `${path}:${String(line)} ${ruleId ?? ''} ${message}`,
      }));
    });
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #write(path: string, text: string): void {
    const file = join(this.#folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** A message starts `path:12:5 - error TS1:`, or `error TS1:` where it is about no file, and goes on for some lines. */
function parse(output: string): Diagnostic[] {
  const start = /^(?:(\S+):\d+:\d+ - )?error /;
  const messages = output.split(/^(?=(?:\S+:\d+:\d+ - )?error )/m).filter((text) => start.test(text));
  return messages.map((text) => ({ path: start.exec(text)?.[1] ?? '', text: text.trim() }));
}
