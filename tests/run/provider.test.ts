import { describe, expect, test } from 'vitest';
import { App } from './app.ts';

const service = 'src/app/identity/identity.service.ts';
const signInClient = 'src/app/identity/sign-in.client.ts';
const oidcClient = 'src/app/identity/oidc.client.ts';
const toProvider = ['--yes', '--auth', 'oidc', '--issuer', 'https://login.example.com', '--client-id', 'notes'];
const toServer = ['--yes', '--auth', 'generic'];

function packagesOf(app: App): string[] {
  const { dependencies } = JSON.parse(app.read('package.json')) as { dependencies: Record<string, string> };
  return Object.keys(dependencies);
}

describe('an app that signs users in at its own server, and then at a provider', () => {
  test('has the files and packages of one way at a time, and every byte back in the end', async () => {
    const app = new App('angular-21-plain');
    const before = app.snapshot();
    await app.run('--yes');
    const generic = app.snapshot();
    expect(generic).toHaveProperty([signInClient]);
    expect(packagesOf(app)).not.toContain('openid-client');

    expect(await app.run(...toProvider)).toMatchObject({ exitCode: 0 });
    const provider = app.snapshot();
    expect(provider).toHaveProperty([oidcClient]);
    expect(provider).not.toHaveProperty([signInClient]);
    expect(packagesOf(app)).toContain('openid-client');
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
    await app.run(...toProvider);
    expect(app.snapshot()).toEqual(provider);

    expect(await app.run(...toServer)).toMatchObject({ exitCode: 0 });
    const again = app.snapshot();
    expect(again).not.toHaveProperty([oidcClient]);
    expect(packagesOf(app)).not.toContain('openid-client');
    for (const path of [service, signInClient, 'src/app/app.routes.ts', 'package.json']) {
      expect(again[path], path).toBe(generic[path]);
    }

    expect(await app.run('remove', '--yes')).toMatchObject({ exitCode: 0 });
    expect(app.snapshot()).toEqual(before);
  });

  test('keeps what a person wrote into the service, both ways', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    const mine = '\n/** Of the person who wrote this. */\nexport const mine = 1;\n';
    app.write(service, app.read(service) + mine);

    expect(await app.run(...toProvider)).toMatchObject({ exitCode: 0 });
    expect(app.read(service)).toContain('OIDC_CLIENT');
    expect(app.read(service).endsWith(mine)).toBe(true);
    expect(await app.run(...toServer)).toMatchObject({ exitCode: 0 });
    expect(app.read(service)).not.toContain('OIDC_CLIENT');
    expect(app.read(service).endsWith(mine)).toBe(true);
  });

  test('a file of the former way that a person changed stays, and is named', async () => {
    const app = new App('angular-21-plain');
    await app.run('--yes');
    app.write(signInClient, `${app.read(signInClient)}// mine\n`);

    const { stdout, stderr } = await app.run(...toProvider);
    expect(`${stdout}${stderr}`).toContain('sign-in.client.ts');
    expect(app.read(signInClient)).toContain('// mine');
  });
});
