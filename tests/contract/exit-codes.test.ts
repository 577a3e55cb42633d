import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitCodeMeanings, type ExitCode } from '../../src/model/exit-codes.ts';
import { readReport } from '../report/read-report.ts';
import { copyProject, programFirst, temporaryFolder } from './prepared-apps.ts';
import { bundleTool, ended, start, type Ended } from './tool.ts';

const folder = temporaryFolder();
const tool = await bundleTool();

interface How {
  readonly project?: string;
  readonly argv: readonly string[];
  /** Is it set up before? */
  readonly isSetUp?: true;
  readonly prepare?: (app: string) => Readonly<Record<string, string>> | undefined;
}

function broken(app: string): Readonly<Record<string, string>> {
  const preload = join(app, 'broken.cjs');
  writeFileSync(preload, "Array.prototype.toSorted = () => { throw new TypeError('broken on purpose'); };\n");
  return { NODE_OPTIONS: `--require ${JSON.stringify(preload)}` };
}

function editAfterwards(app: string): undefined {
  const file = join(app, 'src/app/app.routes.ts');
  writeFileSync(file, `${readFileSync(file, 'utf8')}// mine\n`);
}

function withoutApp(app: string): undefined {
  rmSync(join(app, 'package.json'));
}

/** Ctrl-C while the packages are installed. */
function interrupting(app: string): Readonly<Record<string, string>> {
  return { PATH: programFirst(join(app, '..', 'interrupting'), 'npm', 'kill -INT $PPID\nsleep 0.2\nexit 130') };
}

/** A compiler that finds an error once the run has written. */
function compiling(app: string): undefined {
  installCompiler(app, "if (isWritten) { console.error('a.ts(1,1): error TS1: New.'); process.exitCode = 1; }");
}

/** @param script of the compiler; it knows whether the run has written */
function installCompiler(app: string, script: string): void {
  const isWritten =
    "const isWritten = require('node:fs').readFileSync('identity-vault.config.json', 'utf8').includes('60000');";
  const files = {
    'tsconfig.app.json': '{}',
    'node_modules/capacitor-identity-vault/package.json': '{ "version": "0.1.0" }',
    'node_modules/typescript/package.json': '{ "version": "5.9.3", "bin": { "tsc": "./tsc.cjs" } }',
    'node_modules/typescript/tsc.cjs': `${isWritten}\n${script}\n`,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(app, path)), { recursive: true });
    writeFileSync(join(app, path), text);
  }
}

const verified = ['--yes', '--no-install', '--verify', '--lock-after', '60000'];

/** How each exit code comes about, for real. */
const ways: Readonly<Record<ExitCode, How>> = {
  0: { argv: ['check'], isSetUp: true },
  1: { argv: ['--dry-run'], prepare: broken },
  2: { argv: ['check'] },
  3: { argv: ['undo', '--yes', '--no-install'], isSetUp: true, prepare: editAfterwards },
  4: { argv: [] },
  5: { argv: ['--dry-run'], prepare: withoutApp },
  6: { project: 'angular-19-spread-routes', argv: ['--yes', '--no-install'] },
  7: { argv: verified, isSetUp: true, prepare: compiling },
  64: { argv: ['--lock-after', 'soon', '--dry-run'] },
  130: { argv: ['--yes'], prepare: interrupting },
};

async function run(code: number, { project = 'angular-21-plain', isSetUp, argv, prepare }: How): Promise<Ended> {
  const cwd = copyProject(project, join(folder, `${String(code)}-${String(Math.random())}`));
  if (isSetUp) await ended(start([process.execPath, tool, '--yes', '--no-install'], { cwd }));
  const env = prepare?.(cwd) ?? {};
  return ended(start([process.execPath, tool, ...argv], { cwd, env }));
}

describe('exit codes', () => {
  test.each(Object.entries(exitCodeMeanings))('%s: %s', async (code) => {
    const way = ways[Number(code) as ExitCode];
    const plain = await run(Number(code), way);
    expect(plain, plain.stderr).toMatchObject({ exitCode: Number(code), signal: null });
    const { stdout, ...json } = await run(Number(code), { ...way, argv: [...way.argv, '--json'] });
    expect(json, json.stderr).toMatchObject({ exitCode: Number(code), signal: null });
    expect(readReport(stdout)).toMatchObject({ exitCode: Number(code), ok: code === '0' });
  });

  test('an interrupted run leaves the app as it was', async () => {
    const cwd = copyProject('angular-21-plain', join(folder, 'interrupted'));
    const before = readFileSync(join(cwd, 'package.json'), 'utf8');
    await ended(start([process.execPath, tool, '--yes'], { cwd, env: interrupting(cwd) }));
    expect(readFileSync(join(cwd, 'package.json'), 'utf8')).toBe(before);
    const check = await ended(start([process.execPath, tool, 'check'], { cwd }));
    expect(check.stdout).toContain('There is no set-up here');
  });

  test.each([
    {
      when: 'before anything is written',
      condition: '!isWritten',
      exitCode: 130,
      isKept: false,
      said: 'Interrupted; nothing',
    },
    {
      when: 'afterwards',
      condition: 'isWritten',
      exitCode: 7,
      isKept: true,
      said: 'gave no result: it was interrupted',
    },
  ])('a type check that is interrupted $when', async ({ condition, exitCode, isKept, said }) => {
    const cwd = copyProject('angular-21-plain', join(folder, `check-${String(exitCode)}`));
    await ended(start([process.execPath, tool, '--yes', '--no-install'], { cwd }));
    installCompiler(cwd, `if (${condition}) { process.kill(process.ppid, 'SIGINT'); setTimeout(() => {}, 60000); }`);
    const run = await ended(start([process.execPath, tool, ...verified], { cwd }));
    expect(run, run.stderr).toMatchObject({ exitCode, signal: null });
    expect(run.stderr).toContain(said);
    expect(readFileSync(join(cwd, 'identity-vault.config.json'), 'utf8').includes('60000')).toBe(isKept);
  });

  test('the documentation lists them', () => {
    const guide = readFileSync(new URL('../../docs/automation.md', import.meta.url), 'utf8');
    const rows = Object.entries(exitCodeMeanings).map(([code, meaning]) => `| ${code} | ${meaning} |`);
    expect(guide.replaceAll(/ +/g, ' ')).toContain(rows.join('\n'));
  });
});
