import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { env } from 'node:process';
import { expect, test } from 'vitest';
import { CopiedApp } from './set-up-app.ts';
import type { Terminal } from './terminal.ts';
import { terminalPicture } from './terminal-picture.ts';

/** As a person has it: in Git, with everything committed. */
function committedApp(): CopiedApp {
  const app = new CopiedApp();
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: app.root });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'The app');
  return app;
}

/** The same wherever and whenever it is made. */
function told(styled: string, { root }: CopiedApp): string {
  return styled
    .replaceAll(root, '~/plain')
    .replaceAll(/(capacitor-identity-vault-[\d.]+)-[0-9a-f]{8}/g, '$1-0a1b2c3d')
    .replaceAll(/ +$/gm, '')
    .trim();
}

/** With `UPDATE=1` the picture is made anew. */
function expectPicture(name: string, picture: string): void {
  const file = new URL(`../../docs/${name}`, import.meta.url);
  if (env['UPDATE'] === '1') writeFileSync(file, picture);
  expect(picture, `docs/${name} shows something else: UPDATE=1 makes it anew`).toBe(readFileSync(file, 'utf8'));
}

async function enter(terminal: Terminal, question: string): Promise<void> {
  await terminal.waitFor((screen) => screen.includes(`? ${question}`));
  terminal.press('Enter');
}

test('the pictures in the documents show what a first run shows', async () => {
  const app = committedApp();
  const terminal = app.start({ rows: 40 });
  await terminal.waitFor('navigate');
  expectPicture(
    'first-question.svg',
    terminalPicture(told(terminal.styledHistory(), app), 'The first question of a first run'),
  );

  await enter(terminal, 'How do people unlock the app?');
  await terminal.waitFor((screen) => screen.includes('? Which servers'));
  terminal.type('https://api.example.com');
  terminal.press('Enter');
  await enter(terminal, 'Which pages');
  await terminal.waitFor((screen) => screen.includes('? Write these changes?'));
  const lines = told(terminal.styledHistory(), app).split('\n');
  const plan = lines.slice(lines.findIndex((line) => line.includes('Your files'))).join('\n');
  expectPicture('plan.svg', terminalPicture(plan, 'The plan of a first run'));
  terminal.press('C-c');
  expect(await terminal.exitCode()).toBe(130);
});
