import { describe, expect, test } from 'vitest';
import { redact } from '../../src/report/redact.ts';
import { App } from './app.ts';

interface Document {
  readonly app: Record<string, unknown>;
  readonly options: Record<string, { value: unknown; origin: string }>;
}

const ENVIRONMENTS = [
  '  production   token to https://api.example.com  sign in at https://api.example.com/in  src/environments/environment.ts',
  '  development  token to http://localhost:3000    sign in at http://localhost:3000/in    src/environments/environment.development.ts',
].join('\n');

describe('info', () => {
  test('is in columns that don’t run into each other', async () => {
    const { stdout } = await new App('angular-21-plain').run('info');
    const [, options = ''] = /\nOptions\n([^]*?)\n\n/.exec(stdout) ?? [];
    const rows = options.split('\n').filter((line) => /^ {2}\w/.test(line));
    expect(rows.length).toBeGreaterThan(20);
    const origins = rows.map((row) => row.search(/ {2}(default|detected|config)\b/));
    expect(new Set(origins.map((at) => at > 0))).toEqual(new Set([true]));
    expect(rows.filter((row) => !/^ {2}\w+ {2,}\w+( {2,}|$)/.test(row))).toEqual([]);
  });

  test('says what was found and where each option comes from, and writes nothing', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes', '--lock-after', '7000');
    const before = app.snapshot();
    const { stdout, exitCode } = await app.runWith({
      argv: ['info', '--json', '--guard-name', 'gate', '--answers', 'answers.json'],
      env: { IDENTITY_VAULT_UNLOCK_PATH: 'locked' },
    });
    expect(exitCode).toBe(64);
    expect(stdout).toContain('answers.json');
    app.write('answers.json', '{"serviceName":"Identity"}');
    const ended = await app.runWith({
      argv: ['info', '--json', '--guard-name', 'gate', '--answers', 'answers.json'],
      env: { IDENTITY_VAULT_UNLOCK_PATH: 'locked' },
    });
    const { app: found, options } = JSON.parse(ended.stdout) as Document;
    expect(found).toMatchObject({
      framework: { id: 'angular', major: 21, bootstrap: 'standalone' },
      project: 'plain',
      packageManager: expect.stringContaining('npm') as string,
    });
    expect(options).toMatchObject({
      guardName: { value: 'gate', origin: 'flag' },
      unlockPath: { value: 'locked', origin: 'environment' },
      serviceName: { value: 'Identity', origin: 'answers' },
      lockAfter: { value: 7000, origin: 'config' },
      packageManager: { value: 'npm', origin: 'detected' },
    });
    expect(app.snapshot()).toEqual({ ...before, 'answers.json': '{"serviceName":"Identity"}' });
  });

  test('says the same for people', async () => {
    const app = new App('angular-14-module');
    const { stdout } = await app.run('info');
    expect(stdout).toMatch(/lockAfter +default +5000/);
    expect(stdout).toMatch(/framework +Angular 14\n/);
    expect(stdout).toMatch(/bootstrap +ngmodule/);
    expect(stdout).toMatch(/setUp +no/);
  });

  const both = ['--api-origins', 'https://api.example.com,http://localhost:3000'];

  test('lists what each build talks to, by the file that it takes', async () => {
    const { stdout } = await new App('set-up-before-addresses').run('info', ...both, '--login-url', '/in');
    expect(stdout.split('Addresses of each build\n')[1]?.split('\n\n')[0]?.trimEnd()).toBe(ENVIRONMENTS);
  });

  test('without environments, what production and development talk to', async () => {
    const { stdout } = await new App('angular-21-plain').run('info', '--json', ...both);
    const path = 'src/app/identity/addresses.ts';
    expect((JSON.parse(stdout) as { addresses: unknown }).addresses).toEqual([
      {
        builds: 'production',
        path,
        loginUrl: 'https://api.example.com/login',
        apiOrigins: ['https://api.example.com'],
      },
      { builds: 'development', path, loginUrl: 'http://localhost:3000/login', apiOrigins: ['http://localhost:3000'] },
    ]);
    const none = await new App('angular-21-plain').run('info');
    expect(none.stdout).toMatch(/ {2}production +no server +nowhere to sign in +src/);
  });

  test('tells no addresses where only the running app knows them', async () => {
    const { stdout } = await new App('angular-21-plain').run('info', ...both, '--runtime-addresses');
    expect(stdout).not.toContain('Addresses of each build');
  });

  test('prints no secret, wherever it was written', async () => {
    const app = new App('angular-21-plain');
    const secrets = ['s3cr3t-pass', 'npm_AbCdEfGhIjKlMnOpQrStUvWxYz', 'k3y-of-the-product'];
    app.write(
      '.npmrc',
      `//registry.npmjs.org/:_authToken=${secrets[1]!}\n//registry.ionicframework.com/:_authToken=${secrets[2]!}\n`,
    );
    const spec = `git+https://me:${secrets[0]!}@git.example.com/vault.git?auth_token=${secrets[2]!}#${secrets[1]!}`;
    for (const argv of [
      ['info', '--plugin', spec],
      ['info', '--json', '--plugin', spec],
    ]) {
      const { stdout, stderr, exitCode } = await app.run(...argv);
      expect(exitCode).toBe(0);
      expect(stdout).toContain('git.example.com');
      for (const secret of secrets) expect(stdout + stderr).not.toContain(secret);
    }
  });
});

test('redact keeps what is no secret', () => {
  const plain = 'https://api.example.com/a?b=c file:../vault.tgz capacitor-identity-vault@^1.2.3 me@example.com';
  expect(redact(plain)).toBe(plain);
});
