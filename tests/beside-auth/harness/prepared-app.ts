import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManualReport, RunDocument } from '../../../src/report/documents.ts';
import { runTool, type Ended } from '../../support/run-tool.ts';
import type { AuthApp, Found } from '../auth-app.ts';
import type { Case } from './cases.ts';

const skeletons = join(import.meta.dirname, '../skeleton');
const entries = join(import.meta.dirname, '../entry');

export type Files = Readonly<Record<string, string>>;

/** A case as an app on disk, with the skeleton around it, and what the tool did in it. */
export class PreparedApp {
  readonly name: string;
  readonly case: AuthApp;
  readonly kind: 'standalone' | 'module';
  readonly root: string;
  /** What the first run printed as `--json`. */
  report: RunDocument | undefined;
  ended: Ended | undefined;
  /** Why it could not be prepared. */
  failure: unknown;

  constructor({ name, folder, app }: Case, work: string) {
    this.name = name;
    this.case = app;
    this.root = join(work, name);
    this.kind = existsSync(join(folder, 'src/app/app-routing.module.ts')) ? 'module' : 'standalone';
    for (const skeleton of ['shared', this.kind]) {
      cpSync(join(skeletons, skeleton), this.root, { recursive: true });
    }
    cpSync(join(folder, 'src'), join(this.root, 'src'), { recursive: true });
    const compilerOptions = { baseUrl: '.', ...(app.aliases && { paths: toPaths(app.aliases, '') }) };
    writeFileSync(join(this.root, 'tsconfig.json'), JSON.stringify({ compilerOptions }, null, 2));
  }

  run(...argv: string[]): Promise<Ended> {
    return runTool({ cwd: this.root, argv });
  }

  /** The set-up as the case wants it. A run that refuses leaves no report. */
  async setUp(): Promise<void> {
    const { flags = [] } = this.case;
    this.ended = await this.run('--yes', '--no-install', '--allow-manual', '--no-tests', '--json', ...flags);
    const document = JSON.parse(this.ended.stdout) as RunDocument;
    if ('changes' in document) this.report = document;
  }

  /** A second copy, after the set-up: for the steps that are left for a person. */
  copy(name: string): PreparedApp {
    const copy = Object.assign(Object.create(PreparedApp.prototype) as PreparedApp, this, {
      name,
      root: `${this.root}+made`,
    });
    cpSync(this.root, copy.root, { recursive: true });
    return copy;
  }

  /** What a person reads of the first run, for the message of a failed test. */
  get told(): string {
    if (!this.report) return this.ended?.stdout ?? 'It was not set up.';
    const { plan, changes } = this.report;
    const own = changes.filter(({ path }) => path.startsWith('src/') && !path.includes('/identity/'));
    return [JSON.stringify(plan, null, 2), ...own.map(({ patch }) => patch)].join('\n');
  }

  /** What the run left for a person in code that uses what it wrote. */
  get steps(): readonly ManualReport[] {
    return this.report?.plan?.followUps ?? [];
  }

  get found(): Found {
    const { loginPage, loginPath, homePath, guardedRoutes } = configOf(this.root) as Found;
    return { loginPage, loginPath, homePath, guardedRoutes };
  }

  /** What starts the app for a test. The code stands elsewhere where the app has files of its own in its way. */
  get entry(): string {
    const { codeDir = 'src/app/identity' } = configOf(this.root) as { codeDir?: string };
    const text = readFileSync(join(entries, `${this.kind}.ts`), 'utf8');
    return text.replace('./app/identity/', `../${codeDir}/`);
  }

  write(path: string, text: string): void {
    mkdirSync(join(this.root, path, '..'), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** Every file, without what is never committed. */
  files(): Files {
    const paths = readdirSync(this.root, { recursive: true, encoding: 'utf8' }).sort();
    const own = paths.filter(
      (path) => !/\.identity-vault\/(undo|journal)(\/|$)/.test(path) && statSync(join(this.root, path)).isFile(),
    );
    return Object.fromEntries(
      own.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(this.root, path), 'utf8')]),
    );
  }
}

function configOf(root: string): object {
  const path = join(root, 'identity-vault.config.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as object) : {};
}

/** Aliases as a tsconfig has them. @param folder of the app, as the tsconfig sees it */
export function toPaths(aliases: Readonly<Record<string, string>>, folder: string): Record<string, string[]> {
  return Object.fromEntries(Object.entries(aliases).map(([alias, path]) => [alias, [`${folder}${path}`]]));
}
