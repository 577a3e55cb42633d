import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { asked, enterThrough, pick, typeAnswer } from './keys.ts';
import { builtTool, CopiedApp } from './set-up-app.ts';
import type { Terminal } from './terminal.ts';

const [unlocking, servers, pages, confirmation] = [
  'How do people unlock',
  'Which servers',
  'Which pages',
  'Write these changes?',
] as const;
const menu = 'What do you want to change?';

interface Scene {
  readonly name: string;
  readonly exitCode: number;
  readonly app: () => CopiedApp;
  readonly start?: (app: CopiedApp) => NonNullable<Parameters<CopiedApp['start']>[0]>;
  readonly play: (terminal: Terminal) => Promise<void>;
}

async function playFirstRun(terminal: Terminal): Promise<void> {
  await enterThrough(terminal, [unlocking]);
  await typeAnswer(terminal, servers, 'https://api.example.com');
  await enterThrough(terminal, [pages, confirmation]);
}

const alone = async (): Promise<void> => Promise.resolve();

const scenes: readonly Scene[] = [
  { name: 'first-run', exitCode: 0, app: () => new CopiedApp(), play: playFirstRun },
  {
    name: 're-run',
    exitCode: 0,
    app: setUpApp,
    play: async (terminal) => {
      await pick(terminal, menu, 'Vault');
      await pick(terminal, 'Vault', 'Lock after');
      await typeAnswer(terminal, 'How long', '1 min');
      await terminal.waitFor(asked('Vault'));
      terminal.press('Escape');
      await pick(terminal, menu, 'Nothing more');
      await enterThrough(terminal, [confirmation]);
    },
  },
  {
    name: 'cancel',
    exitCode: 130,
    app: () => new CopiedApp(),
    play: async (terminal) => {
      await pick(terminal, unlocking, 'Passcode only');
      await terminal.waitFor(asked(servers));
      terminal.press('C-c');
    },
  },
  { name: 'refused-app', exitCode: 5, app: oldCapacitor, play: alone },
  {
    name: 'conflict',
    exitCode: 3,
    app: editedApp,
    start: () => ({ args: ['--lock-after=60000'] }),
    play: async (terminal) => pick(terminal, menu, 'Nothing'),
  },
  {
    name: 'failed-install',
    exitCode: 5,
    app: () => new CopiedApp(),
    start: (app) => ({ installs: true, env: { PATH: `${failingNpm(app)}${delimiter}${String(env['PATH'])}` } }),
    play: playFirstRun,
  },
];

function setUpApp(): CopiedApp {
  const app = new CopiedApp();
  const args = [builtTool(), '--no-install', '--yes', '--api-origins=https://api.example.com'];
  execFileSync('node', args, { cwd: app.root, stdio: 'ignore' });
  return app;
}

/** A person changed the line that the next run is going to change, too. */
function editedApp(): CopiedApp {
  const app = setUpApp();
  const service = join(app.root, 'src/app/identity/identity.service.ts');
  writeFileSync(service, readFileSync(service, 'utf8').replace(/lockAfter: 5000/, 'lockAfter: 7000'));
  return app;
}

function oldCapacitor(): CopiedApp {
  const app = new CopiedApp();
  const manifest = join(app.root, 'package.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/("@capacitor\/core": ")[^"]+/, '$16.2.0'));
  return app;
}

/** @returns the folder of an npm that can't reach its registry */
function failingNpm({ root }: CopiedApp): string {
  const folder = join(root, 'node_modules/.bin');
  mkdirSync(folder, { recursive: true });
  const told = ['npm error code ECONNREFUSED', 'npm error request to https://registry.example/ failed'];
  writeFileSync(join(folder, 'npm'), `#!/bin/sh\nprintf '%s\\n' '${told.join("' '")}' >&2\nexit 1\n`);
  chmodSync(join(folder, 'npm'), 0o755);
  appendFileSync(join(root, '.gitignore'), '\nnode_modules\n');
  return folder;
}

/** The same wherever, whenever and however fast it is made. */
function told(history: string, { root }: CopiedApp): string {
  return `${history
    .replaceAll(root, '~/plain')
    .replaceAll(/(capacitor-identity-vault-[\d.]+)-[0-9a-f]{8}/g, '$1-0a1b2c3d')
    .replaceAll(/ {2}\(\d+ s\)/g, '')
    .replaceAll(/ +$/gm, '')
    .trim()}\n`;
}

/** With `UPDATE=1` the transcript is made anew. */
function expectTranscript(name: string, transcript: string): void {
  const file = new URL(`transcripts/${name}.txt`, import.meta.url);
  if (env['UPDATE'] === '1') writeFileSync(file, transcript);
  expect(transcript, `${name} shows something else: UPDATE=1 writes it anew`).toBe(readFileSync(file, 'utf8'));
}

describe.each([80, 40])('at %i columns', (columns) => {
  test.each(scenes)('$name, with colours and without', async (scene) => {
    for (const colours of [{}, { NO_COLOR: '1' }]) {
      const app = scene.app();
      const start = scene.start?.(app) ?? {};
      const terminal = app.start({ rows: 60, ...start, columns, env: { ...colours, ...start.env } });
      await scene.play(terminal);
      expect(await terminal.exitCode()).toBe(scene.exitCode);
      const styled = terminal.styledHistory();
      expect(/\u001b\[(?:[0-9]+;)*(?:3[0-79]|9[0-7])m/.test(styled)).toBe(!('NO_COLOR' in colours));
      expectTranscript(`${scene.name}-${String(columns)}`, told(stripVTControlCharacters(styled), app));
    }
  });
});
