import { expect } from 'vitest';
import { received } from '../../../src/http/index.ts';
import { ada, bob } from '../../support/identity.ts';
import type { Behaviour } from '../world.ts';

export const refresh: readonly Behaviour[] = [
  {
    name: '50 parallel refusals: one refresh, and every request is answered',
    async run(world) {
      await world.signIn();
      world.expire();
      const caller = world.caller();
      const all = await Promise.all(Array.from({ length: 50 }, () => caller.send({ url: world.url('/notes') })));
      expect(all.filter(({ status }) => status === 200).length).toBe(50);
      expect(world.backend.refreshes).toEqual([ada.token]);
      expect((await world.identity.getSession())?.token).toBe('renewed-1');
      expect(world.ended).toEqual([]);
    },
  },
  {
    name: 'the next request has the new token at once',
    async run(world) {
      await world.signIn();
      world.expire();
      const caller = world.caller();
      await caller.send({ url: world.url('/notes') });
      await caller.send({ url: world.url('/more') });
      expect(world.backend.at('/more').map(({ authorization }) => authorization)).toEqual(['Bearer renewed-1']);
    },
  },
  {
    name: 'the session was renewed elsewhere: sent once more with that token, without a refresh',
    async run(world) {
      await world.signIn();
      const caller = world.caller();
      await caller.send({ url: world.url('/notes') });
      // Another tab: it has its own memory, and the same storage.
      world.backend.good.clear();
      world.backend.good.add('of-another-tab');
      await (await world.identity.getVault()).storeValue('session', { ...ada, token: 'of-another-tab' });
      expect((await caller.send({ url: world.url('/notes') })).status).toBe(200);
      expect(world.backend.refreshes).toEqual([]);
    },
  },
  {
    name: 'a second refusal is the caller’s: no loop, and the session is over, told once',
    async run(world) {
      await world.signIn();
      world.expire();
      world.backend.givesBadTokens = true;
      const caller = world.caller();
      const all = await Promise.all(Array.from({ length: 10 }, () => caller.send({ url: world.url('/notes') })));
      expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 401));
      expect(world.backend.refreshes.length).toBe(1);
      expect(world.backend.at('/notes').length).toBe(20);
      expect(world.ended).toEqual(['renewed-1']);
    },
  },
  {
    name: 'without a refresh the first refusal ends the session, told once',
    async run(world) {
      await world.signIn();
      world.expire();
      const caller = world.caller({ refresh: undefined as never });
      const all = await Promise.all([1, 2, 3].map(() => caller.send({ url: world.url('/notes') })));
      expect(all.map(({ status }) => status)).toEqual([401, 401, 401]);
      expect(world.ended).toEqual([ada.token]);
    },
  },
  ...[400, 401].map((status): Behaviour => ({
    name: `the refresh is refused with ${String(status)}: the refusal is the caller’s, and the session is over`,
    async run(world) {
      await world.signIn();
      world.expire();
      world.backend.refreshStatus = status;
      expect((await world.caller().send({ url: world.url('/notes') })).status).toBe(401);
      expect(world.ended).toEqual([ada.token]);
    },
  })),
  {
    name: 'the refresh fails for now: a typed error without the session in it, and the session is kept',
    async run(world) {
      await world.signIn();
      world.expire();
      world.backend.refreshStatus = 503;
      const error = await world.caller().failure({ url: world.url('/notes') });
      expect(error).toMatchObject({ code: 'RefreshFailed' });
      expect(error).not.toHaveProperty('cause');
      expect(world.ended).toEqual([]);
      world.backend.refreshStatus = 200;
      expect((await world.caller().send({ url: world.url('/notes') })).status).toBe(200);
    },
  },
  {
    name: 'a right that is missing is no matter of the token: 403, and 401 with insufficient_scope',
    async run(world) {
      await world.signIn();
      expect((await world.caller().send({ url: world.url('/forbidden') })).status).toBe(403);
      world.expire();
      world.backend.challenge = 'Bearer error="insufficient_scope"';
      expect((await world.caller().send({ url: world.url('/notes') })).status).toBe(401);
      expect([world.backend.refreshes, world.ended]).toEqual([[], []]);
    },
  },
  {
    name: 'a refused upload is sent once more, complete',
    async run(world) {
      await world.signIn();
      world.expire();
      const body = 'x'.repeat(300_000);
      const outcome = await world.caller().send({ url: world.url('/upload'), method: 'PUT', body });
      expect(outcome.status).toBe(200);
      expect(world.backend.at('/upload').map(({ body: sent }) => sent.length)).toEqual([300_000, 300_000]);
    },
  },
  {
    name: 'a refused stream is not sent again: the refusal is the caller’s, and the next request has the new token',
    streams: true,
    async run(world) {
      await world.signIn();
      world.expire();
      const stream = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('chunk'));
          controller.close();
        },
      });
      const { Readable } = await import('node:stream');
      const body = world.adapter.name === 'axios' ? Readable.from(['chunk']) : stream;
      const caller = world.caller();
      expect((await caller.send({ url: world.url('/upload'), method: 'POST', body })).status).toBe(401);
      expect(world.backend.at('/upload').map(({ body: sent }) => sent)).toEqual(['chunk']);
      expect(world.backend.refreshes.length).toBe(1);
      expect((await caller.send({ url: world.url('/notes') })).status).toBe(200);
      expect(world.ended).toEqual([]);
    },
  },
  {
    name: 'a token that is about to end is renewed before the request',
    async run(world) {
      await world.signIn({}, received({ ...ada, expires_in: 0 }));
      expect((await world.caller().send({ url: world.url('/notes') })).status).toBe(200);
      expect(world.backend.at('/notes').map(({ authorization }) => authorization)).toEqual(['Bearer renewed-1']);
    },
  },
  {
    name: 'a token with time left is not renewed, and one that came with a refresh is dated',
    async run(world) {
      await world.signIn({}, received({ ...ada, token: 'fresh', expires_in: 3600 }));
      const caller = world.caller();
      await caller.send({ url: world.url('/notes') });
      expect(world.backend.refreshes).toEqual([]);
      world.expire();
      world.backend.expiresIn = 3600;
      await caller.send({ url: world.url('/notes') });
      expect(await world.identity.getSession()).toMatchObject({
        expires_in: 3600,
        receivedAt: expect.any(Number) as number,
      });
    },
  },
  {
    name: 'it could not be renewed early: the token it has is tried',
    async run(world) {
      await world.signIn({}, received({ ...ada, expires_in: 0 }));
      world.backend.refreshStatus = 503;
      expect((await world.caller().send({ url: world.url('/notes') })).status).toBe(200);
    },
  },
  {
    name: 'somebody else signs in: the next request has their token',
    async run(world) {
      await world.signIn();
      const caller = world.caller();
      await caller.send({ url: world.url('/notes') });
      await world.signIn({}, bob);
      const next = world.caller();
      await next.send({ url: world.url('/notes') });
      expect(world.backend.arrived.map(({ authorization }) => authorization)).toEqual([
        `Bearer ${ada.token}`,
        `Bearer ${bob.token}`,
      ]);
    },
  },
  {
    name: 'what fails holds no token: neither message, nor request, nor configuration',
    async run(world) {
      await world.signIn();
      const { inspect } = await import('node:util');
      world.backend.refreshStatus = 401;
      world.expire();
      const refused = await world.caller().failure({ url: world.url('/notes') });
      await world.backend.stop();
      const unreachable = await world.caller().failure({ url: world.url('/notes') });
      for (const error of [refused, unreachable]) {
        const text = inspect(error, { depth: 12, showHidden: true, getters: true });
        expect(text.includes(ada.token), text.slice(0, 2000)).toBe(false);
      }
    },
  },
  {
    name: 'the caller’s own abort is the caller’s error, and sends nothing more',
    async run(world) {
      await world.signIn();
      const controller = new AbortController();
      world.backend.gate = new Promise(() => undefined);
      const outcome = world.caller().failure({ url: world.url('/notes'), signal: controller.signal });
      const { until } = await import('../world.ts');
      await until(() => world.backend.arrived.length === 1);
      controller.abort();
      expect(String((await outcome) as Error)).toMatch(/abort|cancel/i);
      expect(world.backend.arrived.length).toBe(1);
    },
  },
];
