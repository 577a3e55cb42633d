import { describe, expect, test } from 'vitest';
import type { ErrorDocument, RunDocument } from '../../src/report/documents.ts';
import { good, network, serve, serveProvider } from '../support/local-provider.ts';
import { PlainTerminal } from '../support/plain-terminal.ts';
import { App, type Ended } from './app.ts';

const oidc = (issuer: string) => ['--auth', 'oidc', '--issuer', issuer, '--client-id', 'notes'];

function setUp(app: App, argv: readonly string[], env = {}): Promise<Ended> {
  return app.runWith({ argv: ['--no-install', ...argv], fetch: network, env });
}

function codesOf({ stdout }: Ended): string[] {
  return (JSON.parse(stdout) as RunDocument).plan?.notes.map(({ code }) => code) ?? [];
}

const aboutProvider = ['provider-not-reached', 'no-end-of-session', 'no-revocation', 'no-renewal', 'scope-not-listed'];

describe('a set-up with a provider', () => {
  test('asks it once, says so, and has nothing to say of a good one', async () => {
    const app = new App('angular-21-plain');
    const { issuer, asked } = await serveProvider();
    const ended = await setUp(app, ['--yes', '--json', ...oidc(issuer)]);
    expect(ended).toMatchObject({ exitCode: 0 });
    expect(codesOf(ended).filter((code) => aboutProvider.includes(code))).toEqual([]);
    expect(asked).toEqual(['/.well-known/openid-configuration']);
    expect(ended.stderr).toContain(`Looking at ${issuer}/.well-known/openid-configuration\n`);
  });

  test('writes nothing where the document names another issuer, unless it is told not to look', async () => {
    const app = new App('angular-21-plain');
    const before = app.snapshot();
    const { issuer } = await serveProvider(good);
    const wrong = `${issuer}/main`;
    const ended = await setUp(app, ['--yes', '--json', ...oidc(wrong)]);
    expect(ended.exitCode).toBe(64);
    const { code, message, hint } = JSON.parse(ended.stdout) as ErrorDocument;
    expect(code).toBe('USAGE');
    expect(message).toContain(`--issuer=${issuer}`);
    expect(hint).toContain('--no-discovery');
    expect(app.snapshot()).toEqual(before);
    expect(await setUp(app, ['--yes', '--no-discovery', ...oidc(wrong)])).toMatchObject({ exitCode: 0 });
  });

  test('goes on where nobody answers, with a note that says what to look for', async () => {
    const app = new App('angular-21-plain');
    const ended = await app.run('--yes', ...oidc('https://login.example.com'));
    expect(ended.exitCode).toBe(0);
    expect(ended.stderr.replaceAll(/\s+/g, ' ')).toContain('was not reached (its name was not found), so nothing says');
  });

  test('goes on with what a provider can’t do, as notes', async () => {
    const app = new App('angular-21-plain');
    const { issuer } = await serveProvider((own) => ({ ...good(own), end_session_endpoint: undefined }));
    expect(codesOf(await setUp(app, ['--yes', '--json', ...oidc(issuer)]))).toContain('no-end-of-session');
  });

  test('never prints what else an answer has in it', async () => {
    const app = new App('angular-21-plain');
    const issuer = await serve((_, response) => {
      const body = { issuer: '\u001b]0;title\u0007', error: 'secret-of-the-provider' };
      response.writeHead(200, { 'content-type': 'application/json', 'x-other': 'secret-header' });
      response.end(JSON.stringify(body));
    });
    const { stderr, exitCode } = await setUp(app, ['--yes', ...oidc(issuer)]);
    expect(exitCode).toBe(64);
    expect(stderr).not.toMatch(/secret|title|\u001b\]/);
  });
});

describe('the provider is asked by nobody', () => {
  test.each<[string, readonly string[], Record<string, string>]>([
    ['a dry run', ['--dry-run'], {}],
    ['CI', ['--yes'], { CI: 'true' }],
    ['a run that shall not', ['--yes', '--no-discovery'], {}],
    ['an app that signs in otherwise', ['--yes', '--auth', 'generic'], {}],
  ])('but a set-up: %s', async (_, argv, env) => {
    const { issuer, asked } = await serveProvider();
    expect(await setUp(new App('angular-21-plain'), [...oidc(issuer), ...argv], env)).toMatchObject({ exitCode: 0 });
    expect(asked).toEqual([]);
  });

  test('check, info, undo and remove', async () => {
    const app = new App('angular-21-plain');
    const { issuer, asked } = await serveProvider();
    await setUp(app, ['--yes', ...oidc(issuer)]);
    asked.length = 0;
    app.write('src/app/identity/session.ts', `${app.read('src/app/identity/session.ts')}// mine\n`);
    for (const argv of [['check'], ['info'], ['undo', '--yes']]) await setUp(app, argv);
    await setUp(app, ['--yes', '--no-discovery', ...oidc(issuer)]);
    expect(await app.runWith({ argv: ['remove', '--yes', '--no-install'], fetch: network })).toMatchObject({
      exitCode: 0,
    });
    expect(asked).toEqual([]);
  });
});

describe('a person who answers', () => {
  const issuerQuestion = 'What is the address of the OpenID provider';

  test('hears that the document names another issuer, changes the answer, and goes on', async () => {
    const app = new App('angular-21-plain');
    const { issuer, asked } = await serveProvider();
    const person = new PlainTerminal([
      [issuerQuestion, `${issuer}/main`],
      ['Which client id', 'notes'],
      ['What do you want to change?', 'OpenID Connect'],
      ['OpenID Connect', 'The OpenID provider'],
      [issuerQuestion, issuer],
      ['OpenID Connect', 'Back'],
      ['What do you want to change?', 'Nothing more'],
      ['Write these changes?', 'Yes'],
    ]);
    const argv = ['--no-install', '--auth', 'oidc'];
    expect(await app.runWith({ argv, fetch: network, ...person.host }), person.said).toMatchObject({ exitCode: 0 });
    expect(person.said).toContain(`--issuer=${issuer}\n`);
    expect(asked).toHaveLength(2);
    expect(JSON.parse(app.read('identity-vault.config.json'))).toMatchObject({ issuer });
  });

  test('who leaves it so gets the error, and the command that has all answers', async () => {
    const app = new App('angular-21-plain');
    const before = app.snapshot();
    const { issuer } = await serveProvider();
    const person = new PlainTerminal([
      [issuerQuestion, `${issuer}/main`],
      ['Which client id', 'notes'],
    ]);
    const argv = ['--no-install', '--auth', 'oidc'];
    const { exitCode } = await app.runWith({ argv, fetch: network, ...person.host });
    expect(exitCode).toBe(64);
    expect(person.said).toMatch(/The same answers without questions:[^]*--client-id=notes/);
    expect(person.asked.join('')).not.toContain('Write these changes?');
    expect(app.snapshot()).toEqual(before);
  });
});
