import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TokenClient } from '../../src/http/index.ts';
import { AuthMode, IonicIdentityVaultUser, VaultErrorCodes } from '../../src/index.ts';
import type { OidcClient, OidcSession } from '../../src/oidc/index.ts';
import { World } from './support/world.ts';

class Identity extends IonicIdentityVaultUser<OidcSession> {
  signedOut = 0;

  constructor() {
    super({ ready: () => Promise.resolve() }, { authMode: AuthMode.PasscodeOnly });
  }

  override onSignedOut(): void {
    this.signedOut += 1;
  }
}

let world: World;
let identity: Identity;
let client: OidcClient;
beforeEach(async () => {
  world = await World.start();
  identity = new Identity();
  client = world.page({ vault: identity });
  await world.comeBack('ada', client);
  await client.resume();
});
afterEach(() => world.end());

const revive = async (): Promise<OidcSession> => {
  await identity.unlock();
  return (await identity.getSession())!;
};

describe('an identity service as the vault', () => {
  it('has the session behind its passcode, over the end of the process', async () => {
    const { token } = (await identity.getSession())!;
    expect(identity.token).toBe(token);
    world.device.restart();
    const later = new Identity();
    const next = world.page({ vault: later });
    await expect(next.getAccessToken()).rejects.toMatchObject({ code: VaultErrorCodes.VaultLocked });
    await later.unlock();
    expect(await next.getAccessToken()).toBe(token);
  });

  it('keeps rotated tokens when a lock comes during the renewal, and nobody gets them while it is locked', async () => {
    const { token: former } = (await identity.getSession())!;
    const answer = world.provider.hold('/token');
    const renewing = client.refresh();
    await answer.arrived;
    await identity.lockOut();
    answer.open();
    await expect(renewing).rejects.toMatchObject({ code: VaultErrorCodes.VaultLocked });

    expect((await revive()).token).not.toBe(former);
    // The rotated refresh token is the one that is stored: the family is alive.
    expect((await client.refresh())?.subject).toBe('ada');
  });

  it('tells the app when the provider has ended the session', async () => {
    const body = '{"error":"invalid_grant"}';
    world.provider.fault('/token', { status: 400, type: 'application/json', body });
    await expect(client.refresh()).rejects.toMatchObject({ code: 'SessionExpired' });
    expect(await identity.hasStoredSession()).toBe(false);
    expect(identity.signedOut).toBe(1);
  });

  it('is erased while it is locked, by a sign-out or a sign-in', async () => {
    await identity.lockOut();
    expect(await client.logout()).toMatchObject({ isRevoked: false });
    expect(await identity.hasStoredSession()).toBe(false);
  });
});

describe('with the token client of /http', () => {
  const api = 'http://127.0.0.1:4200';
  const request = { url: `${api}/orders`, hasAuthorization: false };
  const tokens = () => new TokenClient({ vault: identity, origins: [api], ...client.renewal });

  it('a refused token is renewed, and the request sent once more', async () => {
    const wire = tokens();
    const sent = (await wire.prepare(request))!;
    const again = await wire.answered(request, sent, { status: 401, url: request.url });
    expect(again?.token).toBe((await identity.getSession())?.token);
    expect(again?.token).not.toBe(sent.token);
    expect(world.asked('/token')).toBe(2);
  });

  it('a session that is over is erased; one that can not be renewed now is kept', async () => {
    const wire = tokens();
    const sent = (await wire.prepare(request))!;
    world.provider.fault('/token', { isDown: true });
    await expect(wire.answered(request, sent, { status: 401, url: request.url })).rejects.toMatchObject({
      code: 'RefreshFailed',
    });
    expect(await identity.hasStoredSession()).toBe(true);

    world.provider.fault('/token', { status: 400, type: 'application/json', body: '{"error":"invalid_grant"}' });
    expect(await wire.answered(request, sent, { status: 401, url: request.url })).toBeUndefined();
    await vi.waitUntil(async () => !(await identity.hasStoredSession()), 30_000);
    expect(identity.signedOut).toBe(1);
  });
});
