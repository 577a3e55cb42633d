import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { Terminal, type TerminalOptions } from './terminal.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The built command line tool. @throws Error when it is not built */
export function builtTool(): string {
  const tool = join(root, 'dist/create-identity-vault.js');
  if (!existsSync(tool)) throw new Error(`${tool} is missing: npm run build`);
  return tool;
}

interface Start extends TerminalOptions {
  readonly args: readonly string[];
  readonly installs: boolean;
}

/** A copy of one of the projects in `tests/projects/`. */
export class CopiedApp {
  readonly root: string;

  constructor(project = 'angular-21-plain') {
    this.root = mkdtempSync(join(tmpdir(), `${project}-`));
    cpSync(join(root, 'tests/projects', project), this.root, { recursive: true });
    onTestFinished(() => rmSync(this.root, { recursive: true, force: true }));
  }

  /** The built tool in a terminal of its own; nothing is installed unless that is asked for. */
  start({ args = [], installs = false, ...options }: Partial<Start> = {}): Terminal {
    const command = [process.execPath, builtTool(), ...(installs ? [] : ['--no-install']), ...args];
    const terminal = new Terminal({ command, cwd: this.root, ...options });
    onTestFinished(() => {
      terminal.close();
    });
    return terminal;
  }

  /** Every file's bytes, so that "0 bytes changed" means it. */
  snapshot(): Record<string, string> {
    const paths = readdirSync(this.root, { recursive: true, encoding: 'utf8' }).sort();
    const files = paths.filter(
      // Never committed: it has the number of the process that wrote it.
      (path) => !/\.identity-vault\/undo(\/|$)/.test(path) && statSync(join(this.root, path)).isFile(),
    );
    return Object.fromEntries(files.map((path) => [path, readFileSync(join(this.root, path), 'latin1')]));
  }
}
