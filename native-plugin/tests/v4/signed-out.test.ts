import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AuthMode } from '../../src/index.ts';
import { useTestVault, type TestVault } from '../../src/testing/index.ts';
import { codeOf } from '../support/code-of.ts';
import { failuresOf } from '../support/failures-of.ts';
import { ada, Identity } from '../support/identity.ts';

/** Counts the ends of sessions; `end` is what the app does then. */
class Counting extends Identity {
  ended = 0;
  end: () => unknown = () => undefined;

  override onSignedOut(): unknown {
    this.ended += 1;
    return this.end();
  }
}

describe('the end of a session', () => {
  let device: TestVault;
  let identity: Counting;

  beforeEach(async () => {
    device = useTestVault();
    identity = new Counting({ authMode: AuthMode.PasscodeOnly });
    await identity.login(ada);
  });
  afterEach(() => {
    device.restore();
    vi.useRealTimers();
  });

  it('is told after signing out, when nothing is stored any more', async () => {
    let isStored: boolean | undefined;
    identity.end = async () => (isStored = await identity.hasStoredSession());
    await identity.logout();

    expect({ ended: identity.ended, isStored }).toEqual({ ended: 1, isStored: false });
  });

  it('is told once where the app signs out again, and at the next end again', async () => {
    identity.end = () => identity.logout();
    await identity.logout();
    expect(identity.ended).toBe(1);
    await identity.login(ada);
    await identity.logout();

    expect(identity.ended).toBe(2);
  });

  it.each([
    ['at once', (signOut: () => void) => signOut()],
    ['later', (signOut: () => void) => void setTimeout(signOut, 10)],
  ])('is told once where the app signs out again %s, and does not wait for it', async (_, when) => {
    identity.end = () => when(() => identity.ended < 5 && void identity.logout());
    await identity.logout();
    await new Promise((resolve) => setTimeout(resolve, 100));

    expect(identity.ended).toBe(1);
    await identity.login(ada);
    await identity.logout();

    expect(identity.ended).toBe(2);
  });

  it('is told of again after a while, where the app signed somebody in by itself', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    await identity.logout();
    vi.advanceTimersByTime(6000);
    await identity.logout();

    expect(identity.ended).toBe(2);
  });

  it('is not told by a lock that keeps the session', async () => {
    await identity.lockOut();
    await device.lock();

    expect(identity.ended).toBe(0);
  });

  it('is told by a lock that keeps nothing, before the app leaves its pages', async () => {
    const order: string[] = [];
    identity.end = () => order.push('ended');
    identity.onVaultLocked = () => void order.push('locked');
    await identity.login(ada, AuthMode.InMemoryOnly);
    await identity.lockOut();

    expect(order).toEqual(['ended', 'locked']);
  });

  it('is told when the last attempt erased it', async () => {
    device.enterPasscode('wrong passcode');
    await identity.lockOut();
    const codes = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      codes.push(await codeOf(identity.unlock()));
      await device.background(3_600_000);
    }

    expect(codes.at(-1)).toBe('TooManyFailedAttempts');
    expect(identity.ended).toBe(1);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('of the app');
      },
    ],
    ['rejects', () => Promise.reject(new Error('of the app'))],
  ])('is final where the app %s, which is reported', async (_, end) => {
    const failures = [failuresOf('uncaughtException'), failuresOf('unhandledRejection')];
    identity.end = end;
    await identity.logout();

    expect(await identity.hasStoredSession()).toBe(false);
    await vi.waitFor(() => {
      expect(failures.flatMap(({ seen }) => seen)).toEqual([new Error('of the app')]);
    }, 30_000);
    for (const failure of failures) failure.stop();
  });

  it('does not wait for ever', async () => {
    identity.end = () => new Promise(() => undefined);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const signedOut = identity.logout();
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0), 30_000);
    await vi.advanceTimersByTimeAsync(5000);
    await signedOut;
    await identity.login(ada);
    identity.end = () => undefined;
    await identity.logout();

    expect(identity.ended).toBe(2);
  });
});
