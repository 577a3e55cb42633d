import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname;

/** The real Angular, RxJS and axios, installed from their lock file into a folder of its own. */
export class Packages {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'identity-vault-adapters-')));

  constructor() {
    cpSync(join(here, 'packages'), this.folder, { recursive: true });
    cpSync(join(here, '../../../.npmrc'), join(this.folder, '.npmrc'));
    const quiet = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', ['ci', ...quiet], { cwd: this.folder });
  }

  load(path: string): Promise<unknown> {
    return import(pathToFileURL(join(this.folder, 'node_modules', path)).href);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
