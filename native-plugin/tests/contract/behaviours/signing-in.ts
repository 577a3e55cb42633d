import { expect } from 'vitest';
import type { NativeAuthSession } from '../../../src/vaults/auth-service.ts';
import { MODE } from '../../../src/vaults/format-words.ts';
import type { Settings } from '../../../src/vaults/settings.ts';
import type { OpenVault } from '../../../src/vaults/vault-service.ts';
import { codeOf } from '../../support/code-of.ts';
import { ORIGIN, type SignInWorld } from '../sign-in-world.ts';
import { PASSCODE } from '../world.ts';

/** What is tried of signing in at a provider. */
export interface SignInBehaviour {
  readonly name: string;
  readonly run: (place: SignInWorld) => Promise<void>;
}

const CALLBACK = 'com.example.app:/auth/callback';
const SESSION: NativeAuthSession = {
  url: `${ORIGIN}/authorize?state=s1`,
  callbackUrl: CALLBACK,
  state: 's1',
  isEphemeral: false,
};
const ANSWER = `${CALLBACK}?code=c1&state=s1`;
const REQUEST = { method: 'GET', url: `${ORIGIN}/keys`, headers: [], timeout: 1000 } as const;

async function unlocked({ world }: SignInWorld, settings: Partial<Settings>): Promise<OpenVault> {
  const vault = await world.open(settings);
  await vault.replace(MODE.PasscodeOnly, [{ key: 'a', json: '1' }], PASSCODE);
  return vault;
}

/** Until the window is shown. */
async function shown(place: SignInWorld, count = 1): Promise<void> {
  await expect.poll(() => place.browser.shown).toHaveLength(count);
}

export const signingIn: readonly SignInBehaviour[] = [
  {
    name: 'shows the page, and gives the address that the user came back with',
    async run(place) {
      const opened = place.auth.openSession(SESSION);
      await shown(place);
      expect(place.browser.shown).toEqual([SESSION]);
      expect(place.browser.arrive(ANSWER)).toBe(true);
      expect(await opened).toBe(ANSWER);
    },
  },
  {
    name: 'gives nothing where the user closed it, and can be shown again',
    async run(place) {
      const opened = place.auth.openSession(SESSION);
      await shown(place);
      place.browser.close();
      expect(await opened).toBeUndefined();
      const again = place.auth.openSession(SESSION);
      await shown(place, 2);
      place.browser.arrive(ANSWER);
      expect(await again).toBe(ANSWER);
    },
  },
  {
    name: 'goes on when an address arrives that is no answer',
    async run(place) {
      const opened = place.auth.openSession(SESSION);
      await shown(place);
      const forged = [`${CALLBACK}?error=access_denied`, `${CALLBACK}?code=x&state=s2`, `${ANSWER}&state=s2`];
      expect(forged.map((url) => place.browser.arrive(url))).toEqual([false, false, false]);
      expect(place.browser.arrive(ANSWER)).toBe(true);
      expect(await opened).toBe(ANSWER);
    },
  },
  {
    name: 'takes any query where no state is expected, as at the end of a session',
    async run(place) {
      const { url, callbackUrl, isEphemeral } = SESSION;
      const opened = place.auth.openSession({ url, callbackUrl, isEphemeral });
      await shown(place);
      expect(place.browser.arrive(`${CALLBACK}/other`)).toBe(false);
      expect(place.browser.arrive(CALLBACK)).toBe(true);
      expect(await opened).toBe(CALLBACK);
    },
  },
  {
    name: 'is shown once at a time',
    async run(place) {
      const opened = place.auth.openSession(SESSION);
      await shown(place);
      expect(await codeOf(place.auth.openSession(SESSION))).toBe('Conflict');
      place.browser.arrive(ANSWER);
      expect(await opened).toBe(ANSWER);
    },
  },
  {
    name: 'locks no vault because the app is out of sight for it',
    async run(place) {
      const vault = await unlocked(place, { lockAfter: 0 });
      const opened = place.auth.openSession(SESSION);
      await shown(place);
      await place.world.background(60_000);
      place.browser.arrive(ANSWER);
      expect(await opened).toBe(ANSWER);
      expect(await vault.isUnlocked()).toBe(true);
      await place.world.background(0);
      expect(await vault.isUnlocked()).toBe(false);
    },
  },
  {
    name: 'locks a vault behind a user who stays away for ten minutes, or for lockAfter if that is longer',
    async run(place) {
      const vault = await unlocked(place, { lockAfter: 0 });
      const opened = place.auth.openSession(SESSION);
      await shown(place);
      await place.world.background(600_000);
      place.browser.close();
      expect(await opened).toBeUndefined();
      expect(await vault.isUnlocked()).toBe(false);
    },
  },
  {
    name: 'locks a vault whose session is over meanwhile',
    async run(place) {
      const vault = await unlocked(place, { sessionTimeout: 5000 });
      const opened = place.auth.openSession(SESSION);
      await shown(place);
      await place.world.background(5000);
      place.browser.arrive(ANSWER);
      expect(await opened).toBe(ANSWER);
      expect(await vault.isUnlocked()).toBe(false);
    },
  },
  {
    name: 'shows and asks nothing at an origin that the app does not list',
    async run(place) {
      const elsewhere = ['https://evil.example/', `${ORIGIN}.evil.example/`, `https://x@login.example.com/`];
      for (const url of [...elsewhere, 'http://login.example.com/', `${ORIGIN}\\@evil.example/`]) {
        expect(await codeOf(place.auth.openSession({ ...SESSION, url }))).toBe('PolicyNotMet');
        expect(await codeOf(place.auth.send({ ...REQUEST, url }))).toBe('PolicyNotMet');
      }
      await expect(place.auth.send({ ...REQUEST, url: 'https://evil.example/' })).rejects.toThrow(/authOrigins/);
      expect([place.browser.shown, place.asked]).toEqual([[], []]);
    },
  },
  {
    name: 'comes back only to an address that is the app’s own',
    async run(place) {
      for (const callbackUrl of ['myapp:/callback', 'http://localhost/callback', `${CALLBACK}?a=b`]) {
        expect(await codeOf(place.auth.openSession({ ...SESSION, callbackUrl }))).toBe('VaultUnavailable');
      }
      expect(place.browser.shown).toEqual([]);
    },
  },
  {
    name: 'gives the next process, once, the answer that it was opened with',
    async run(place) {
      const expected = { callbackUrl: CALLBACK, state: 's1' };
      void place.auth.openSession(SESSION);
      await shown(place);
      await place.world.restart();
      place.browser.arrive(`${CALLBACK}?error=access_denied`);
      place.browser.arrive(ANSWER);
      expect(await place.auth.takeCallback({ ...expected, state: 's2' })).toBeUndefined();
      expect(await place.auth.takeCallback(expected)).toBe(ANSWER);
      expect(await place.auth.takeCallback(expected)).toBeUndefined();
    },
  },
  {
    name: 'keeps eight of the addresses that arrive, for ten minutes',
    async run(place) {
      const expected = { callbackUrl: CALLBACK, state: 's1' };
      place.browser.arrive(ANSWER);
      for (let other = 0; other < 8; other += 1) place.browser.arrive(`${CALLBACK}?state=other${other}`);
      expect(await place.auth.takeCallback(expected)).toBeUndefined();
      place.browser.arrive(ANSWER);
      await place.world.wait(600_000);
      expect(await place.auth.takeCallback(expected)).toBe(ANSWER);
      place.browser.arrive(ANSWER);
      await place.world.wait(600_001);
      expect(await place.auth.takeCallback(expected)).toBeUndefined();
    },
  },
  {
    name: 'asks a provider, and gives its answer as it is',
    async run(place) {
      place.answer = { status: 400, headers: [{ name: 'content-type', value: 'text/plain' }], body: 'no\u00e4' };
      const headers = [{ name: 'accept', value: 'application/json' }];
      const request = { ...REQUEST, method: 'POST', headers, body: 'a=b' } as const;
      expect(await place.auth.send(request)).toEqual(place.answer);
      expect(place.asked).toEqual([request]);
    },
  },
  {
    name: 'gives nothing where there was no answer',
    async run(place) {
      expect(await place.auth.send(REQUEST)).toBeUndefined();
      expect(place.asked).toEqual([REQUEST]);
    },
  },
  {
    name: 'sends no other header, method or time than the protocol needs',
    async run(place) {
      const wrong = [
        { headers: [{ name: 'cookie', value: 'a=b' }] },
        { headers: [{ name: 'accept', value: 'a\r\nhost: evil.example' }] },
        { method: 'DELETE' as 'GET' },
        { timeout: 0 },
        { timeout: 600_001 },
      ];
      for (const change of wrong) {
        expect([change, await codeOf(place.auth.send({ ...REQUEST, ...change }))]).toEqual([
          change,
          'VaultUnavailable',
        ]);
      }
      expect(place.asked).toEqual([]);
    },
  },
];
