import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { HelpDocument } from '../../src/report/documents.ts';
import { readReport } from '../report/read-report.ts';
import { serveTool } from './npm-registry.ts';
import { copyProject, temporaryFolder } from './prepared-apps.ts';
import { bundleTool, ended, start, type Ended } from './tool.ts';

const folder = temporaryFolder();
const home = join(folder, 'home');
const tool = await bundleTool();
const address = await serveTool(tool, folder);
const settings = `registry=${address}\ncache=${join(folder, 'cache')}\nupdate-notifier=false\n`;
let apps = 0;

beforeAll(async () => {
  mkdirSync(home);
  // With --dry-run npm itself installs nothing: it has to know the tool from before.
  await type('npm create identity-vault check', newApp());
});

function newApp(): string {
  return copyProject('angular-21-plain', join(folder, `app-${String((apps += 1))}`));
}

/** A line typed in a shell, in an app; `.npmrc` has what a person may have there. */
function type(line: string, cwd: string, npmrc = ''): Promise<Ended> {
  writeFileSync(join(home, '.npmrc'), settings + npmrc);
  return ended(start(['sh', '-c', line], { cwd, env: { HOME: home }, stdio: ['ignore', 'pipe', 'pipe'] }));
}

const isSetUp = (app: string): boolean => existsSync(join(app, 'identity-vault.config.json'));

/** From version 12 on npm refuses flags it doesn't know, and nothing is started; before, it keeps them. */
const isNpms = ({ stderr }: Ended): boolean => stderr.includes('EUNKNOWNCONFIG');

/** The command that is named instead. */
function named({ stderr }: Ended): string {
  return /^ +(npm create identity-vault -- .*)$/m.exec(stderr)?.[1] ?? `none in:\n${stderr}`;
}

describe('npm create identity-vault, flags without --', () => {
  test('--dry-run --json: a dry run, as one document', async () => {
    const app = newApp();
    const { stdout, exitCode } = await type('npm create identity-vault --dry-run --json', app);
    expect(exitCode).toBe(0);
    expect(readReport(stdout)).toMatchObject({ command: 'setup', ok: true });
    expect(isSetUp(app)).toBe(false);
  });

  test('--json with an error: our document, before the one that npm adds', async () => {
    const { stdout, exitCode } = await type('npm create identity-vault nonsense --json', newApp());
    expect(exitCode).toBe(64);
    const [ours = ''] = stdout.split(/(?<=^\}\n)/m);
    expect(readReport(ours)).toMatchObject({ code: 'USAGE' });
  });

  test.each([
    {
      line: '--auth-mode=BiometricOnly --lock-after 7 --no-tests',
      meant: '--auth-mode=BiometricOnly --lock-after=7 --no-tests',
    },
    {
      line: '--android-prompt-title="Who are you?" --api-origins=https://a.example --api-origins=https://b.example --yes',
      meant:
        "--yes --android-prompt-title='Who are you?' --api-origins=https://a.example --api-origins=https://b.example",
    },
    { line: 'check --strict', meant: 'check --strict' },
    { line: 'remove --force', meant: 'remove --force' },
    { line: '--on-conflict=keep --restore=a --restore=b', meant: '--on-conflict=keep --restore=a --restore=b' },
    { line: '--answers - --dry-run', meant: '--dry-run --answers=-' },
    { line: '--plugin ./a --lock-after 5', meant: '--lock-after=<ms> --plugin=<spec>' },
    { line: '-C somewhere/else', meant: '-C somewhere/else' },
    { line: '--cwd somewhere/else', meant: '--cwd=somewhere/else' },
  ])('$line: refused, with the command that was meant', async ({ line, meant }) => {
    const app = newApp();
    mkdirSync(join(app, 'somewhere/else'), { recursive: true });
    const refused = await type(`npm create identity-vault ${line}`, app);
    expect(refused.exitCode).toBe(isNpms(refused) ? 1 : 64);
    if (!isNpms(refused)) expect(named(refused)).toBe(`npm create identity-vault -- ${meant}`);
    expect(isSetUp(app)).toBe(false);
  });

  test('the command that is named does what was meant', async () => {
    const app = newApp();
    const refused = await type('npm create identity-vault --android-prompt-title="It\'s you?" --lock-after 7', app);
    const meant = "npm create identity-vault -- --android-prompt-title='It'\\''s you?' --lock-after=7";
    const { stdout, exitCode } = await type(`${isNpms(refused) ? meant : named(refused)} --dry-run`, app);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('+  "lockAfter": 7');
    expect(stdout).toContain(`+  "androidPromptTitle": "It's you?"`);
  });

  test('every flag there is: none is lost without a word', async () => {
    const help = await ended(start([process.execPath, tool, '--json-help'], { cwd: folder }));
    const { flags } = readReport(help.stdout) as HelpDocument;
    // npm's own; and what npm takes for something of its own before we are started: --auth-type, and -c -w -d.
    const notOurs = ['--yes', '--dry-run', '--json', '--version', '--verbose', '--force', '--auth', '--cwd'];
    const ours = flags.filter(({ name }) => !notOurs.includes(name));
    const line = ours.map(({ name, type }) => (type === 'boolean' ? name : `${name}=x`)).join(' ');
    const refused = await type(`npm create identity-vault ${line}`, newApp());
    const [, names = ''] = /npm kept these flags for itself: (.*)/.exec(refused.stderr) ?? [];
    const kept = isNpms(refused) ? ours.map(({ name }) => name) : names.split(', ');
    expect(refused.exitCode).not.toBe(0);
    expect(kept.sort()).toEqual(ours.map(({ name }) => name).sort());
  });

  test('a --no- flag of every kind is known again', async () => {
    const flags = '--no-input --no-install --no-unlock-on-access';
    const refused = await type(`npm create identity-vault ${flags}`, newApp());
    expect(isNpms(refused) ? `npm create identity-vault -- ${flags}` : named(refused)).toBe(
      `npm create identity-vault -- ${flags}`,
    );
  });

  test('-y alone: nobody to ask, and where --yes has to go', async () => {
    const { exitCode, stderr } = await type('npm create identity-vault -y', newApp());
    expect(exitCode).toBe(4);
    expect(stderr).toContain('npm create identity-vault -- --yes');
  });
});

describe('npm’s own settings', () => {
  test('are no flags of ours', async () => {
    const npmrc = 'yes=true\nforce=true\nstrict-peer-deps=true\nprefix=${HOME}/global\nloglevel=silent\n';
    const app = newApp();
    expect(await type('npm create identity-vault -- --dry-run', app, npmrc)).toMatchObject({ exitCode: 0 });
    expect(await type('npm create identity-vault check', app, npmrc)).toMatchObject({ exitCode: 2 });
  });

  test('share only these names with our flags', () => {
    const known = JSON.parse(execFileSync('npm', ['config', 'ls', '-l', '--json'], { encoding: 'utf8' })) as object;
    const keys = Object.keys(known);
    const help = execFileSync(process.execPath, [tool, '--json-help'], { encoding: 'utf8' });
    const names = (readReport(help) as HelpDocument).flags.map(({ name }) => name.replace(/^--(no-)?/, ''));
    expect(names.filter((name) => keys.includes(name)).sort()).toEqual(['dry-run', 'force', 'json', 'version', 'yes']);
  });
});

describe('flags that arrive', () => {
  test.each([
    'npm create identity-vault -- --dry-run',
    'npx create-identity-vault --dry-run',
    'npm exec create-identity-vault --dry-run',
  ])('%s', async (line) => {
    const app = newApp();
    const { stdout, exitCode } = await type(line, app);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('+++ b/identity-vault.config.json');
    expect(isSetUp(app)).toBe(false);
  });
});
