import { execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../src/options/catalog/catalog.ts';
import { groups } from '../../src/options/option.ts';
import { asked, enterThrough, focused, moveTo, pick, typeAnswer } from './keys.ts';
import { builtTool, CopiedApp } from './set-up-app.ts';
import type { Terminal } from './terminal.ts';

/** The questions of a first run in their order. */
const questions = catalog
  .filter(({ ask, auth }) => ask === 'first' && auth !== 'oidc')
  .map(({ help, question = help }) => question);
const [unlocking = '', servers = '', pages = ''] = questions;

const confirmation = 'Write these changes?';
const menu = 'What do you want to change?';
/** Asked where the app doesn't say for sure. */
const signIn = 'Where users sign in';

describe('a set-up with answers', () => {
  test('shows the plan and its diffs, writes after yes, and prints a command that does the same', async () => {
    const app = new CopiedApp();
    const terminal = app.start({ env: { PAGER: 'cat' } });
    expect(await terminal.waitFor(asked(unlocking))).toMatch(/An identity vault for \S+\n +Angular 21 · Ionic 9 ·/);
    await pick(terminal, unlocking, 'Passcode only');
    await typeAnswer(terminal, servers, 'https://api.example.com');
    await terminal.waitFor(asked(pages));
    terminal.press('Down', 'Space', 'Enter');
    await pick(terminal, confirmation, 'Change options');
    await pick(terminal, menu, 'Vault');
    await pick(terminal, 'Vault', 'Lock after');
    await typeAnswer(terminal, 'How long may the app', '1 min');
    await pick(terminal, 'Vault', 'Back');
    await pick(terminal, menu, 'Session and API');
    await pick(terminal, 'Session and API', 'Fields of');
    await typeAnswer(terminal, 'Which fields', 'email:string,roles:string[]');
    await pick(terminal, 'Session and API', 'Back');
    await pick(terminal, menu, 'Generated code');
    await pick(terminal, 'Generated code', 'Name of the identity service');
    await typeAnswer(terminal, 'Name of the identity service', 'auth');
    await terminal.waitFor('PascalCase');
    terminal.press('BSpace', 'BSpace', 'BSpace', 'BSpace');
    terminal.type('SessionVault');
    terminal.press('Enter');
    await pick(terminal, 'Generated code', 'Generate specs');
    await pick(terminal, 'Generate specs', 'No');
    expect(await terminal.waitFor(asked('Generated code'))).toMatch(/Name of the identity service +SessionVault$/m);
    terminal.press('Escape');
    await pick(terminal, menu, 'Nothing more');

    const before = app.snapshot();
    await pick(terminal, confirmation, 'Differences');
    expect(await terminal.waitFor(asked('Which file?'))).not.toContain('.identity-vault/');
    await pick(terminal, 'Which file?', 'src/app/identity/session.ts');
    await pick(terminal, 'Which file?', 'Back');
    expect(terminal.history()).toContain('+++ b/src/app/identity/session.ts');
    expect(app.snapshot()).toEqual(before);
    await pick(terminal, confirmation, 'Yes');
    expect(await terminal.exitCode()).toBe(0);
    expect(await terminal.brokenModes()).toEqual([]);

    const service = app.snapshot()['src/app/identity/identity.service.ts'];
    expect(service).toContain('class SessionVault');
    expect(service).toContain('60000');
    expect(replayOf(terminal)).toContain('--auth-mode=PasscodeOnly');
    const copy = new CopiedApp();
    repeat(terminal, copy);
    expect(copy.snapshot()).toEqual(app.snapshot());
  });

  test('offers the origins of the app, and sends the token to none that was not confirmed', async () => {
    const app = new CopiedApp('angular-15-main');
    const terminal = app.start();
    await enterThrough(terminal, [unlocking]);
    expect(await terminal.waitFor(asked(servers))).toMatch(/◯ https:\/\/api\.example\.com/);
    terminal.press('Space');
    await terminal.waitFor(/^❯◉ https/m);
    await moveTo(terminal, servers, 'Another server');
    terminal.press('Space', 'Enter');
    await typeAnswer(terminal, 'Other origins', 'https://other.example');
    await enterThrough(terminal, [signIn, pages, confirmation]);
    // Its own sign-in page leaves steps for a person.
    expect(await terminal.exitCode()).toBe(6);
    expect(app.snapshot()['identity-vault.config.json']).toMatch(
      /"apiOrigins": \[\s*"https:\/\/api\.example\.com",\s*"https:\/\/other\.example"\s*\]/,
    );
  });

  test('asks only what the command line left open', async () => {
    const app = new CopiedApp();
    const terminal = app.start({
      args: ['--auth-mode', 'SecureStorage', '--session', 'email:string', '--no-hide-screen-on-background'],
      env: { IDENTITY_VAULT_API_ORIGINS: 'https://api.example.com' },
    });
    await enterThrough(terminal, [pages]);
    await terminal.waitFor(asked(confirmation));
    expect(terminal.history()).not.toMatch(/How do people unlock|Which servers/);
  });

  test('an answer that does not fit is refused with the reason, and asked again', async () => {
    const terminal = new CopiedApp().start();
    await enterThrough(terminal, [unlocking]);
    await typeAnswer(terminal, servers, 'api.example.com/v1');
    await terminal.waitFor('an origin');
    terminal.press('C-u');
    await typeAnswer(terminal, servers, 'https://api.example.com');
    expect(await terminal.waitFor(asked(pages))).toMatch(/^✔ Which servers .*\? https:\/\/api\.example\.com$/m);
  });

  test('goes back to the question before, and keeps its answer', async () => {
    const terminal = new CopiedApp().start();
    await pick(terminal, unlocking, 'Passcode only');
    await typeAnswer(terminal, servers, 'https://api.example.com');
    await terminal.waitFor(asked(pages));
    terminal.press('Escape');
    expect(await terminal.waitFor(asked(servers))).toMatch(/Esc\s+goes\s+back\./);
    terminal.press('Escape');
    expect(focused(await terminal.waitFor(asked(unlocking)))).toMatch(/^Passcode only/);
    terminal.press('Enter');
    await enterThrough(terminal, [servers, pages]);
    await terminal.waitFor(asked(confirmation));
    terminal.press('C-c');
    expect(await terminal.exitCode()).toBe(130);
    expect(replayOf(terminal)).toContain('--auth-mode=PasscodeOnly --api-origins=https://api.example.com --yes');
  });
});

test.each(['in the menu', 'at the second confirmation'] as const)(
  'answers that are lost are told once: %s',
  async (place) => {
    const terminal = new CopiedApp().start();
    await pick(terminal, unlocking, 'Passcode only');
    await enterThrough(terminal, [servers, pages]);
    await pick(terminal, confirmation, 'Change options');
    await pick(terminal, menu, 'Vault');
    await pick(terminal, 'Vault', 'Hide the screen');
    await pick(terminal, 'Hide the screen', 'No');
    await terminal.waitFor(asked('Vault'));
    terminal.press('Escape');
    if (place === 'at the second confirmation') await pick(terminal, menu, 'Nothing more');
    await terminal.waitFor(asked(place === 'in the menu' ? menu : confirmation));
    terminal.press('C-c');
    expect(await terminal.exitCode()).toBe(130);
    expect(terminal.history().match(/The same answers without questions/g)).toHaveLength(1);
    expect(replayOf(terminal)).toBe(
      'npx create-identity-vault --auth-mode=PasscodeOnly --no-hide-screen-on-background --yes',
    );
  },
);

describe('an app with many pages, one of them called like a sign-in', () => {
  const areas = Array.from({ length: 14 }, (_, index) => `area-${String(index)}`);
  const long = 'organizations/:organizationId/projects/:projectId/settings/members/:memberId/edit';

  function appWithPages(): CopiedApp {
    const app = new CopiedApp();
    const file = join(app.root, 'src/app/app.routes.ts');
    const page = "loadComponent: () => import('./folder').then((m) => m.Folder)";
    const routes = [...areas, long, 'orders', 'enter/login'].map((path) => `  { path: '${path}', ${page} },\n`);
    writeFileSync(file, readFileSync(file, 'utf8').replace('Routes = [\n', `Routes = [\n${routes.join('')}`));
    return app;
  }

  test('asks where users sign in and what is guarded; Enter keeps it in a second run', async () => {
    const app = appWithPages();
    const terminal = app.start({ args: ['--allow-manual'] });
    await enterThrough(terminal, [unlocking, servers]);
    const offered = await terminal.waitFor(asked(signIn));
    expect(offered).toMatch(/❯ enter\/login\n +Generate a new login page\n/);
    expect(offered).toContain('It is called like a sign-in page.');
    expect(offered).toContain('18 to choose from');
    terminal.press('Down', 'Enter');
    await terminal.waitFor(asked('Path of the new login page'));
    terminal.press('Enter');
    const routes = await terminal.waitFor(asked(pages));
    expect(routes).toMatch(/❯◉ folder\/inbox\n ◯ area-0\n/);
    expect(routes.split('\n').filter((line) => line.includes('◯'))).toHaveLength(11);
    terminal.press('Down', 'Space', ...areas.map(() => 'Down'));
    await terminal.waitFor(/^❯◯ organizations\S+…\S+\/edit$/m);
    terminal.press('Enter');
    await enterThrough(terminal, [confirmation]);
    expect(await terminal.exitCode()).toBe(0);
    const after = app.snapshot();
    expect(JSON.parse(after['identity-vault.config.json']!)).toMatchObject({
      loginPage: 'generate',
      loginPath: 'login',
      guardedRoutes: ['folder/inbox', 'area-0'],
    });

    const copy = appWithPages();
    repeat(terminal, copy);
    expect(copy.snapshot()).toEqual(after);

    const second = app.start();
    await pick(second, menu, 'Pages and routes');
    await pick(second, 'Pages and routes', 'Path of the login page');
    expect(await second.waitFor(asked(signIn))).toContain('❯ Generate a new login page');
    second.press('Enter');
    await enterThrough(second, ['Path of the new login page']);
    await pick(second, 'Pages and routes', 'Routes that need');
    expect(await second.waitFor(asked(pages))).toMatch(/◉ area-0\n/);
    second.press('Enter');
    await pick(second, 'Pages and routes', 'Back');
    await pick(second, menu, 'Nothing');
    expect(await second.exitCode()).toBe(0);
    expect(second.screen()).toContain('Nothing to do');
    expect(app.snapshot()).toEqual(after);
  });
});

describe('a second run', () => {
  test('shows the current values, and Enter all the way changes nothing', async () => {
    const app = new CopiedApp();
    execFileSync('node', [builtTool(), '--no-install', '--yes', '--lock-after=7000', '--session=email:string'], {
      cwd: app.root,
      stdio: 'ignore',
    });
    const before = app.snapshot();
    const terminal = app.start();
    await pick(terminal, menu, 'Vault');
    expect(await terminal.waitFor(asked('Vault'))).toMatch(
      /How the vault is unlocked\s+Face or fingerprint \+ passcode$/m,
    );
    await pick(terminal, 'Vault', 'Lock after');
    expect(await terminal.waitFor(asked('How long may'))).toContain('7000');
    terminal.press('Enter');
    await pick(terminal, 'Vault', 'Back');
    await pick(terminal, menu, 'Session and API');
    expect(await terminal.waitFor(asked('Session and API'))).toMatch(/Fields of .*\s+email:string$/m);
    terminal.press('Escape');
    await pick(terminal, menu, 'Nothing');
    expect(await terminal.exitCode()).toBe(0);
    expect(app.snapshot()).toEqual(before);
    expect(terminal.screen()).toContain('Nothing to do');
  });
});

describe('leaving', () => {
  const places = [
    { place: 'at the first question', titles: [], next: unlocking },
    { place: 'in the middle', titles: [unlocking], next: servers },
    { place: 'at the confirmation', titles: questions, next: confirmation },
  ];
  const keys = [
    { name: 'Ctrl-C', key: 'C-c' },
    { name: 'Ctrl-D', key: 'C-d' },
  ];
  test.each(places.flatMap((place) => keys.map((key) => ({ ...place, ...key }))))(
    '$name $place',
    async ({ titles, next, key }) => {
      const app = new CopiedApp();
      const before = app.snapshot();
      const terminal = app.start();
      await enterThrough(terminal, titles);
      await terminal.waitFor(asked(next));
      terminal.press(key);
      expect(await terminal.exitCode()).toBe(130);
      expect(terminal.screen()).toContain('Nothing was written.');
      expect(terminal.screen()).not.toMatch(/^ +at /m);
      expect(await terminal.brokenModes()).toEqual([]);
      expect(terminal.isCursorVisible()).toBe(true);
      expect(app.snapshot()).toEqual(before);
    },
  );

  test.each(['SIGTERM', 'SIGINT'] as const)('%s while a list is shown', async (signal) => {
    const terminal = new CopiedApp().start();
    await terminal.waitFor('navigate');
    expect(terminal.isCursorVisible()).toBe(false);
    terminal.signal(signal);
    expect(await terminal.exitCode()).toBe(130);
    expect(terminal.screen()).toContain('Nothing was written.');
    expect(await terminal.brokenModes()).toEqual([]);
    expect(terminal.isCursorVisible()).toBe(true);
  });

  test('No at the confirmation', async () => {
    const app = new CopiedApp();
    const before = app.snapshot();
    const terminal = app.start();
    await enterThrough(terminal, questions);
    await pick(terminal, confirmation, 'No');
    expect(await terminal.exitCode()).toBe(130);
    expect(terminal.screen()).toContain('Nothing was written.');
    expect(app.snapshot()).toEqual(before);
  });
});

describe.each([{ ACCESSIBLE: '1' }, { TERM: 'dumb' }])('plain lines with %o', (env) => {
  /** Types each answer once its question is the last on the screen. */
  async function answer(
    terminal: Terminal,
    answers: readonly (readonly [title: string, typed: string])[],
  ): Promise<void> {
    for (const [title, typed] of answers) {
      const start = title.replaceAll('?', String.raw`\?`);
      await terminal.waitFor(new RegExp(String.raw`^${start}(?:(?!^Type )[^])*^Type [^\n]*:\s*(?![^])`, 'm'));
      terminal.type(typed);
      terminal.press('Enter');
    }
  }

  test('take the same answers', async () => {
    const app = new CopiedApp();
    const terminal = app.start({ env });
    await answer(terminal, [
      [unlocking, '3'],
      [servers, '<'],
      [unlocking, ''],
      [servers, 'https://api.example.com'],
      [pages, '1,2'],
      [confirmation, '3'],
      [menu, '2'],
      ['Vault', '5'],
      ['How long may', '1 min'],
      ['Vault', '<'],
      [menu, '1'],
      [confirmation, '1'],
    ]);
    expect(await terminal.exitCode()).toBe(0);
    const copy = new CopiedApp();
    repeat(terminal, copy);
    expect(copy.snapshot()).toEqual(app.snapshot());
    expect(JSON.parse(app.snapshot()['identity-vault.config.json']!)).toMatchObject({
      authMode: 'PasscodeOnly',
      lockAfter: 60000,
      guardedRoutes: ['folder/inbox', 'folder/:id'],
    });
  });

  test.each(['C-c', 'C-d'])('%s leaves without writing', async (key) => {
    const app = new CopiedApp();
    const before = app.snapshot();
    const terminal = app.start({ env });
    await answer(terminal, [[unlocking, '']]);
    await terminal.waitFor(servers);
    terminal.press(key);
    expect(await terminal.exitCode()).toBe(130);
    expect(terminal.screen()).toContain('Nothing was written.');
    expect(await terminal.brokenModes()).toEqual([]);
    expect(app.snapshot()).toEqual(before);
  });
});

describe('the screen', () => {
  /** SGR sequences that set a colour; bold and dim are no colours. */
  const colour = /\u001b\[(?:[0-9]+;)*(?:3[0-79]|4[0-7]|9[0-7]|10[0-7])(?:;[0-9]+)*m/;

  test('has colours, and none with NO_COLOR=1', async () => {
    for (const env of [{}, { NO_COLOR: '1' }]) {
      const terminal = new CopiedApp().start({ env: { ...env, PAGER: 'cat' } });
      await enterThrough(terminal, questions);
      await pick(terminal, confirmation, 'Differences');
      await pick(terminal, 'Which file?', 'All of them');
      await pick(terminal, 'Which file?', 'Back');
      await pick(terminal, confirmation, 'Yes');
      expect(await terminal.exitCode()).toBe(0);
      const styled = terminal.styledHistory();
      if ('NO_COLOR' in env) expect(styled).not.toMatch(colour);
      else expect(styled).toMatch(colour);
    }
  });

  const drawn = /^\? (.*)(?:(?!^\? )[^])*$/m;
  // A hint may begin a line with `Type`, too; only a question says what Enter does.
  const plain = /^\n(\S.*)(?:(?!^\n\S)(?!^Type [^\n]*press Enter)[^])*^Type [^\n]*press Enter[^\n]*:\s*(?![^])/m;

  test.each([
    { project: 'angular-21-plain', env: {} },
    { project: 'angular-15-main', env: {} },
    { project: 'angular-19-spread-routes', env: {} },
    { project: 'angular-21-plain', env: { ACCESSIBLE: '1' } },
  ])('is never broken inside a word at 80 columns: $project $env', async ({ project, env }) => {
    const app = new CopiedApp(project);
    const terminal = app.start({ env });
    const seen = await walk(terminal, 'ACCESSIBLE' in env ? plain : drawn);
    const ours = seen.split('\n').filter((line) => !isCopied(line, app.root));
    expect(ours.filter((line) => line.length >= 80)).toEqual([]);
    expect(ours.length).toBeGreaterThan(60);
  });

  /** Paths, commands and code are there to be copied: a break of ours would break them. */
  function isCopied(line: string, root: string): boolean {
    return [root, 'npx create-identity-vault --', '=> import(', "{ path: '"].some((text) => line.includes(text));
  }

  /** Looks at every question there is. @returns all of what was seen */
  async function walk(terminal: Terminal, pending: RegExp): Promise<string> {
    const seen: string[] = [];
    const next = { group: 2, option: 1 };
    let isAgain = false;
    for (let last = ''; ;) {
      const isNext = (screen: string): boolean => (pending.exec(screen)?.[1] ?? last) !== last;
      const screen = await terminal.waitFor(isNext);
      seen.push(screen);
      last = pending.exec(screen)?.[1] ?? '';
      const offered = screen.slice(screen.lastIndexOf(last)).match(/^(?:❯ | {2})\S/gm)?.length ?? 0;
      const isConfirmation = /Write (?:these changes|the rest)\?/.test(last);
      if (isConfirmation && isAgain) break;
      if (isConfirmation) {
        terminal.type('3');
        isAgain = true;
      } else if (last === menu) {
        terminal.type(String(next.group <= offered ? next.group : 1));
        next.group += 1;
        next.option = 1;
      } else if (Object.values<string>(groups).includes(last)) {
        // A long list scrolls: what is on the screen is looked at, and then it is left.
        if (next.option >= offered && pending === drawn) {
          terminal.press('Escape');
          continue;
        }
        terminal.type(next.option >= offered ? '<' : String(next.option));
        next.option += 1;
      }
      terminal.press('Enter');
    }
    terminal.press('Enter');
    expect(await terminal.exitCode()).not.toBe(130);
    return [...seen, terminal.history()].join('\n');
  }
});

function replayOf(terminal: Terminal): string {
  const lines = terminal.history().split('\n');
  const start = lines.findIndex((line) => line.includes('npx create-identity-vault --'));
  const end = lines.findIndex((line, index) => index >= start && line.endsWith('--yes'));
  return lines
    .slice(start, end + 1)
    .join('')
    .trim();
}

/** Runs the command that repeats the run in another copy of its app. */
function repeat(terminal: Terminal, { root }: CopiedApp): void {
  const command = replayOf(terminal).replace('npx create-identity-vault', `node '${builtTool()}' --no-install`);
  execFileSync('sh', ['-c', command], { cwd: root, stdio: 'ignore' });
}

describe('without a person', () => {
  /** The tool with this stdin, as a child with no terminal at all. */
  async function runWith(stdin: number | 'pipe', input?: string): Promise<{ code: number | null; stderr: string }> {
    const app = new CopiedApp();
    const before = app.snapshot();
    const child = spawn(process.execPath, [builtTool(), '--no-install'], {
      cwd: app.root,
      stdio: [stdin, 'pipe', 'pipe'],
    });
    if (input !== undefined) child.stdin?.end(input);
    let stderr = '';
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    child.stdin?.destroy();
    expect(app.snapshot()).toEqual(before);
    return { code, stderr };
  }
  const needsYes = { code: 4, stderr: expect.stringContaining('--yes') as string };

  test('a closed stdin, a silent pipe and piped answers end at once and name --yes', async () => {
    const nothing = openSync('/dev/null', 'r');
    expect(await runWith(nothing)).toEqual(needsYes);
    closeSync(nothing);
    expect(await runWith('pipe')).toEqual(needsYes);
    expect(await runWith('pipe', 'y\ny\ny\n')).toEqual(needsYes);
  });

  test.each([
    { name: 'CI=1', start: { env: { CI: '1' } } },
    { name: '--no-input', start: { args: ['--no-input'] } },
  ])('$name at a terminal', async ({ start }) => {
    const app = new CopiedApp();
    const before = app.snapshot();
    const terminal = app.start(start);
    expect(await terminal.exitCode()).toBe(4);
    expect(terminal.screen()).toContain('--yes');
    expect(app.snapshot()).toEqual(before);
  });
});
