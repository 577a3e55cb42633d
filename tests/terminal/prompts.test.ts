import { execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../src/options/catalog/catalog.ts';
import { builtTool, CopiedApp } from './set-up-app.ts';
import type { Terminal } from './terminal.ts';

/** The questions of a first run in their order. */
const questions = [...catalog.filter(({ ask }) => ask === 'first').map(({ help }) => help), 'Customise more?'];

/** The questions that come before the one that starts so. */
function questionsBefore(start: string): string[] {
  const index = questions.findIndex((title) => title.startsWith(start));
  if (index < 0) throw new Error(`No question starts with "${start}"`);
  return questions.slice(0, index);
}

const confirmation = 'Write these changes?';
/** Asked where the app doesn't say for sure. */
const signIn = 'Where users sign in';

/** Waits for each question and takes what it offers. */
async function enterThrough(terminal: Terminal, titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    await terminal.waitFor(asked(title));
    terminal.press('Enter');
  }
}

/** A question that waits for its answer, not one that was answered. */
function asked(title: string): RegExp {
  return new RegExp(String.raw`^\? ${title.replaceAll('?', String.raw`\?`)}`, 'm');
}

describe('a set-up with answers', () => {
  test('shows the plan and its diffs, writes after yes, and prints a command that does the same', async () => {
    const app = new CopiedApp();
    const terminal = app.start();
    await terminal.waitFor(asked('How the vault is unlocked'));
    terminal.press('Down', 'Down', 'Enter');
    await enterThrough(terminal, questionsBefore('Lock after').slice(1));
    await terminal.waitFor(asked('Lock after'));
    terminal.type('60000');
    terminal.press('Enter');
    await enterThrough(terminal, ['Hide the screen']);
    await terminal.waitFor(asked('Fields of the session'));
    terminal.type('email:string,roles:string[]');
    terminal.press('Enter');
    await terminal.waitFor(asked('Origins that get the token'));
    terminal.type('https://api.example.com');
    terminal.press('Enter');
    await terminal.waitFor(asked('Routes that need'));
    terminal.press('Down', 'Space', 'Enter');
    await terminal.waitFor(asked('Customise more?'));
    terminal.press('Down', 'Enter');
    await terminal.waitFor(asked('What do you want to change?'));
    terminal.press('Down', 'Down', 'Down', 'Down', 'Space', 'Enter');
    await enterThrough(terminal, ['Folder of the generated code']);
    await terminal.waitFor(asked('Name of the identity service'));
    terminal.type('auth');
    terminal.press('Enter');
    await terminal.waitFor('PascalCase');
    terminal.press('BSpace', 'BSpace', 'BSpace', 'BSpace');
    terminal.type('SessionVault');
    terminal.press('Enter');
    await enterThrough(terminal, [
      'Name of the session type',
      'Name of the interceptor',
      'Name of the guard',
      'The app reads',
    ]);
    await terminal.waitFor(asked('Generate specs'));
    terminal.press('Down', 'Enter');

    const before = app.snapshot();
    await terminal.waitFor(asked(confirmation));
    terminal.type('d');
    terminal.press('Enter');
    await terminal.waitFor(/^\+.*\? Write these changes\?/ms);
    expect(terminal.history()).toContain('+++ b/src/app/identity/session.ts');
    expect(terminal.history()).not.toContain('+++ b/.identity-vault/');
    expect(app.snapshot()).toEqual(before);
    terminal.type('y');
    terminal.press('Enter');
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
    await enterThrough(terminal, questionsBefore('Origins'));
    const screen = await terminal.waitFor(asked('Origins that get the token'));
    expect(screen).toMatch(/◯ https:\/\/api\.example\.com/);
    terminal.press('Space', 'Enter');
    await terminal.waitFor(asked('Other origins'));
    terminal.type('https://other.example');
    terminal.press('Enter');
    await enterThrough(terminal, [signIn, 'Routes that need', 'Customise more?', confirmation]);
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
    await enterThrough(terminal, ['Routes that need', 'Customise more?']);
    await terminal.waitFor(asked(confirmation));
    expect(terminal.history()).not.toMatch(
      /How the vault|Ask for the unlock|Lock after|Hide the screen|Fields of|Origins that/,
    );
  });

  test('an answer that does not fit is refused with the reason, and asked again', async () => {
    const terminal = new CopiedApp().start();
    await enterThrough(terminal, questionsBefore('Lock after'));
    await terminal.waitFor(asked('Lock after'));
    terminal.type('five seconds');
    terminal.press('Enter');
    await terminal.waitFor('a whole number of milliseconds');
    terminal.press('C-u');
    terminal.type('5000');
    terminal.press('Enter');
    expect(await terminal.waitFor(asked('Hide the screen'))).toMatch(/^✔ Lock after .*: 5000$/m);
  });
});

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
    await enterThrough(terminal, questionsBefore('Routes that'));
    const pages = await terminal.waitFor(asked(signIn));
    expect(pages).toMatch(/❯ enter\/login\n +Generate a new login page\n/);
    expect(pages).toContain('It is called like a sign-in page.');
    expect(pages).toContain('18 to choose from');
    terminal.press('Down', 'Enter');
    await terminal.waitFor(asked('Path of the new login page'));
    terminal.press('Enter');
    const routes = await terminal.waitFor(asked('Routes that need'));
    expect(routes).toMatch(/❯◉ folder\/inbox\n ◯ area-0\n/);
    expect(routes.split('\n').filter((line) => line.includes('◯'))).toHaveLength(9);
    terminal.press('Down', 'Space', ...areas.map(() => 'Down'));
    await terminal.waitFor(/^❯◯ organizations\S+…\S+\/edit$/m);
    terminal.press('Enter');
    await enterThrough(terminal, ['Customise more?', confirmation]);
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
    await enterThrough(second, questionsBefore('Routes that'));
    expect(await second.waitFor(asked(signIn))).toContain('❯ Generate a new login page');
    second.press('Enter');
    await enterThrough(second, ['Path of the new login page']);
    expect(await second.waitFor(asked('Routes that need'))).toMatch(/◉ area-0\n/);
    second.press('Enter');
    await enterThrough(second, ['Customise more?']);
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
    await enterThrough(terminal, questionsBefore('Lock after'));
    expect(await terminal.waitFor(asked('Lock after'))).toContain('7000');
    terminal.press('Enter');
    await enterThrough(terminal, ['Hide the screen']);
    expect(await terminal.waitFor(asked('Fields of'))).toContain('email:string');
    terminal.press('Enter');
    await enterThrough(terminal, questions.slice(questionsBefore('Origins').length));
    expect(await terminal.exitCode()).toBe(0);
    expect(app.snapshot()).toEqual(before);
    expect(terminal.screen()).toContain('Nothing to do');
  });
});

describe('leaving', () => {
  const places = [
    { place: 'at the first question', titles: [], next: 'How the vault is unlocked' },
    { place: 'in the middle', titles: questionsBefore('Fields'), next: 'Fields of the session' },
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

  test('n at the confirmation', async () => {
    const app = new CopiedApp();
    const before = app.snapshot();
    const terminal = app.start();
    await enterThrough(terminal, questions);
    await terminal.waitFor(asked(confirmation));
    terminal.type('n');
    terminal.press('Enter');
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
      await terminal.waitFor(new RegExp(String.raw`^${title}(?:(?!^Type )[^])*^Type [^\n]*:\s*(?![^])`, 'm'));
      terminal.type(typed);
      terminal.press('Enter');
    }
  }

  test('take the same answers', async () => {
    const app = new CopiedApp();
    const terminal = app.start({ env });
    const answers = ['3', '60000', 'email:string', 'https://api.example.com', '1,2'];
    const starts = ['How the vault', 'Lock after', 'Fields of', 'Origins that', 'Routes that'];
    const typed = (title: string): string => answers[starts.findIndex((start) => title.startsWith(start))] ?? '';
    await answer(
      terminal,
      questions.map((title) => [title.replace('?', ''), typed(title)]),
    );
    await answer(terminal, [['Write these changes', 'y']]);
    expect(await terminal.exitCode()).toBe(0);
    const copy = new CopiedApp();
    repeat(terminal, copy);
    expect(copy.snapshot()).toEqual(app.snapshot());
    expect(JSON.parse(app.snapshot()['identity-vault.config.json']!)).toMatchObject({
      authMode: 'PasscodeOnly',
      lockAfter: 60000,
      session: ['email:string'],
      guardedRoutes: ['folder/inbox', 'folder/:id'],
    });
  });

  test.each(['C-c', 'C-d'])('%s leaves without writing', async (key) => {
    const app = new CopiedApp();
    const before = app.snapshot();
    const terminal = app.start({ env });
    await answer(terminal, [[questions[0]!, '']]);
    await terminal.waitFor(questions[1]!);
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
      const terminal = new CopiedApp().start({ env });
      await enterThrough(terminal, questions);
      await terminal.waitFor(asked(confirmation));
      terminal.type('d');
      terminal.press('Enter');
      await terminal.waitFor(/^\+.*\? Write these changes\?/ms);
      terminal.press('Enter');
      expect(await terminal.exitCode()).toBe(0);
      const styled = terminal.styledHistory();
      if ('NO_COLOR' in env) expect(styled).not.toMatch(colour);
      else expect(styled).toMatch(colour);
    }
  });

  const drawn = /^\? (.*)(?:(?!^\? )[^])*$/m;
  // A hint may begin a line with `Type`, too; only a question says what Enter does.
  const plain = /^\n(\S.*)(?:(?!^Type [^\n]*press Enter)[^])*^Type [^\n]*press Enter[^\n]*:\s*(?![^])/m;

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
    return [root, 'npx create-identity-vault --', '=> import('].some((text) => line.includes(text));
  }

  /** Looks at every question there is. @returns all of what was seen */
  async function walk(terminal: Terminal, pending: RegExp): Promise<string> {
    const seen: string[] = [];
    for (let last = ''; ;) {
      const isNext = (screen: string): boolean => (pending.exec(screen)?.[1] ?? last) !== last;
      const screen = await terminal.waitFor(isNext);
      seen.push(screen);
      last = pending.exec(screen)?.[1] ?? '';
      if (last.startsWith('Customise')) terminal.press(pending === drawn ? 'Down' : '2');
      if (last.startsWith('What do you want')) terminal.type(pending === drawn ? 'a' : '1,2,3,4,5');
      terminal.press('Enter');
      if (screen.includes('y = yes')) break;
    }
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

  test('a closed stdin, a silent pipe and piped answers end at once and name --yes', { timeout: 30_000 }, async () => {
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
    expect(await terminal.exitCode(20_000)).toBe(4);
    expect(terminal.screen()).toContain('--yes');
    expect(app.snapshot()).toEqual(before);
  });
});
