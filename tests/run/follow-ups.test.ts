import { expect, test } from 'vitest';
import { readReport } from '../report/read-report.ts';
import { App } from './app.ts';

const page = 'src/app/login/login.page.ts';
const auth = 'src/app/auth.service.ts';
const routes = 'src/app/app.routes.ts';

const written = {
  [page]: `import { Component, inject } from '@angular/core';
import { AuthService } from '../auth.service';

@Component({ selector: 'app-login', template: '<form (ngSubmit)="submit()"></form>' })
export class LoginPage {
  private readonly auth = inject(AuthService);

  async submit(): Promise<void> {
    await this.auth.login();
  }
}
`,
  [auth]: `import { Injectable } from '@angular/core';

@Injectable({ providedIn: 'root' })
export class AuthService {
  async login(): Promise<void> {}

  async logout(): Promise<void> {}
}
`,
};

/** An app that signs people in by itself. */
function ownSignIn(): App {
  const app = new App('angular-21-plain');
  for (const [path, text] of Object.entries(written)) app.write(path, text);
  const login = "{ path: 'login', loadComponent: () => import('./login/login.page').then((m) => m.LoginPage) },";
  app.write(routes, app.read(routes).replace('Routes = [', `Routes = [\n  ${login}`));
  return app;
}

const service = "import { IdentityService } from './identity/identity.service';\n";

function signIn(app: App): void {
  const call = "await this.auth.login();\n    await this.identity.login({ username: 'a', token: 'b' });";
  const text = app.read(page).replace('await this.auth.login();', call);
  const field = '  private readonly identity = inject(IdentityService);\n';
  app.write(
    page,
    service.replace('./', '../') + text.replace('export class LoginPage {\n', `export class LoginPage {\n${field}`),
  );
}

function signOut(app: App, method = 'logout'): void {
  const call = `async logout(): Promise<void> {\n    await inject(IdentityService).${method}();\n  `;
  app.write(auth, service + app.read(auth).replace('async logout(): Promise<void> {', call));
}

const open = async (app: App) => {
  const { stdout } = await app.run('check', '--json');
  const report = readReport(stdout) as unknown as { problems: { level: string; code: string; path: string }[] };
  return report.problems.filter(({ level }) => level === 'drift').map(({ code, path }) => `${code} ${path}`);
};

const stepsLeft = async (app: App) => {
  const { exitCode, stdout } = await app.run('--dry-run', '--json');
  const { plan } = readReport(stdout) as unknown as {
    plan: { followUps: { id: string; path: string; line: number }[] };
  };
  expect(exitCode).toBe(0);
  return plan.followUps;
};

test('a dry run shows the steps, and a run writes everything and ends with 6', async () => {
  const app = ownSignIn();
  expect((await stepsLeft(app)).map(({ id }) => id)).toEqual(expect.arrayContaining(['sign-in', 'sign-out']));
  const first = await app.run('--yes');
  expect(first.exitCode).toBe(6);
  expect(first.stderr).toContain('Left for you');
  expect(first.stderr).toContain('private readonly identity = inject(IdentityService);');
  expect(first.stderr).toContain('await this.identity.logout();');
  expect(app.read('src/app/identity/identity.service.ts')).toContain('export class IdentityService');
  const after = app.snapshot();
  const again = await app.run('--yes');
  expect(again.exitCode).toBe(6);
  expect(again.stderr).toContain('private readonly identity = inject(IdentityService);');
  expect(app.snapshot()).toEqual(after);
});

test('check says what is open, until the code has it, and again when it is gone', async () => {
  const app = ownSignIn();
  await app.run('--yes');
  const steps = await stepsLeft(app);
  const place = (id: string) =>
    steps.filter((step) => step.id === id).map(({ path, line }) => `${path}:${String(line)}`);
  expect(await open(app)).toEqual(expect.arrayContaining([`manual ${place('sign-in')[0] ?? ''}`]));
  expect(place('sign-out')).toEqual([`${auth}:7`]);

  signIn(app);
  expect((await stepsLeft(app)).map(({ id }) => id)).not.toContain('sign-in');
  signOut(app);
  const left = (await stepsLeft(app)).map(({ id }) => id);
  expect(left).not.toContain('sign-out');
  const exitCode = left.length === 0 ? 0 : 6;
  expect(await app.run('--yes')).toMatchObject({ exitCode });
  const after = app.snapshot();
  expect(await app.run('--yes')).toMatchObject({ exitCode });
  expect(app.snapshot()).toEqual(after);
  expect(await open(app)).toHaveLength(left.length);

  app.write(page, written[page]);
  expect(await open(app)).toHaveLength(left.length + 1);
});

test('signOut() of the vault, which also goes to the login page, counts as well as logout()', async () => {
  const app = ownSignIn();
  await app.run('--yes');
  signOut(app, 'signOut');
  expect((await stepsLeft(app)).map(({ id }) => id)).not.toContain('sign-out');
});

test('a call in a comment is none', async () => {
  const app = ownSignIn();
  await app.run('--yes');
  app.write(page, `${service.replace('./', '../')}// this.identity.login()\n${written[page]}`);
  expect((await stepsLeft(app)).map(({ id }) => id)).toContain('sign-in');
});

test('remove names the lines that were added by hand, which would not compile', async () => {
  const app = ownSignIn();
  await app.run('--yes');
  signIn(app);
  signOut(app);
  const { exitCode, stdout } = await app.run('remove', '--yes', '--json');
  const report = readReport(stdout) as unknown as { plan: { followUps: { path: string; line: number }[] } };
  const lines = report.plan.followUps.map(
    ({ path, line }) => `${path}: ${app.read(path).split('\n')[line - 1]!.trim()}`,
  );
  expect(lines.sort()).toEqual([
    `${auth}: await inject(IdentityService).logout();`,
    `${auth}: import { IdentityService } from './identity/identity.service';`,
    `${page}: await this.identity.login({ username: 'a', token: 'b' });`,
    `${page}: import { IdentityService } from '../identity/identity.service';`,
    `${page}: private readonly identity = inject(IdentityService);`,
  ]);
  expect(exitCode).toBe(6);
});

test('remove says where they are, and has nothing to say where none was added', async () => {
  const made = ownSignIn();
  await made.run('--yes');
  signIn(made);
  await made.run('--yes');
  const { stderr } = await made.run('remove', '--yes');
  expect(stderr).toContain(`Take out by hand what uses the vault: ${page}:`);
  const untouched = ownSignIn();
  await untouched.run('--yes');
  expect(await untouched.run('remove', '--yes')).toMatchObject({ exitCode: 0 });
});

test('info lists the steps that are open', async () => {
  const app = ownSignIn();
  const steps = async () => {
    const { stdout } = await app.runWith({ argv: ['info', '--json'] });
    return (readReport(stdout) as unknown as { steps?: { id: string; line: number }[] }).steps;
  };
  expect(await steps()).toBeUndefined();
  await app.run('--yes');
  expect(await steps()).toEqual(await stepsLeft(app));
  expect((await app.runWith({ argv: ['info'] })).stdout).toMatch(
    new RegExp(`Left for you\\n(.*\\n)*  ${page}:\\d+\\n`),
  );
  signIn(app);
  expect((await steps())?.map(({ id }) => id)).not.toContain('sign-in');
});
