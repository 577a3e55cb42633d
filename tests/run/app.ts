import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import type { Host } from '../../src/model/host.ts';
import { runTool, type Ended } from '../support/run-tool.ts';

const projects = fileURLToPath(new URL('../projects/', import.meta.url));

/** Each project's files after {@link App.setUp}. */
const firstRuns = new Map<string, ReadonlyMap<string, Buffer>>();

export type { Ended };

/** A copy of one of the projects in `tests/projects/`, and the tool to run in it. */
export class App {
  readonly root: string;

  /** @param project the name of one in `tests/projects/`, or the folder of another one: an absolute path */
  constructor(project: string) {
    const folder = resolve(projects, project);
    this.root = mkdtempSync(join(tmpdir(), `${basename(folder)}-`));
    cpSync(folder, this.root, { recursive: true });
    onTestFinished(() => rmSync(this.root, { recursive: true, force: true }));
  }

  /** An app after its first run, all options as they are by default. In a process that run is made once, and copied. */
  static async setUp(project: string): Promise<App> {
    const app = new App(project);
    const known = firstRuns.get(project);
    for (const [path, bytes] of known ?? []) app.write(path, bytes);
    if (known !== undefined) return app;
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    const paths = readdirSync(app.root, { recursive: true, encoding: 'utf8' });
    const files = paths.filter((path) => statSync(join(app.root, path)).isFile());
    firstRuns.set(project, new Map(files.map((path) => [path, readFileSync(join(app.root, path))])));
    return app;
  }

  /** One run without a terminal, as in CI; nothing is installed. */
  async run(...argv: string[]): Promise<Ended> {
    return this.runWith({ argv: ['--no-install', ...argv] });
  }

  runWith(host: Partial<Host>): Promise<Ended> {
    return runTool({ cwd: this.root, ...host });
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  write(path: string, content: string | Buffer): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), content);
  }

  /** Every file's bytes, so that "0 bytes changed" means it; without what is never committed. */
  snapshot(): Record<string, string> {
    const paths = readdirSync(this.root, { recursive: true, encoding: 'utf8' }).sort();
    const files = paths.filter(
      (path) => !/\.identity-vault\/(undo|journal)(\/|$)/.test(path) && statSync(join(this.root, path)).isFile(),
    );
    return Object.fromEntries(files.map((path) => [path, readFileSync(join(this.root, path), 'latin1')]));
  }
}
