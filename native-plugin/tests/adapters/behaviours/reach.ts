import { expect } from 'vitest';
import { ada } from '../../support/identity.ts';
import type { Behaviour } from '../world.ts';

const HOSTILE: Readonly<Record<string, string>> = {
  'another host': 'https://example.com/x',
  'a suffix': 'https://api.example.com.evil.example/x',
  'a prefix': 'https://evilapi.example.com/x',
  'the host as user': 'https://api.example.com@evil.example/x',
  'user and password': 'https://user:pass@api.example.com/x',
  'relative to the scheme': '//evil.example/x',
  'a backslash before @': 'https://evil.example\\@api.example.com/x',
  'backslashes for slashes': 'https:\\\\api.example.com\\x',
  'another port': 'https://api.example.com:444/x',
  http: 'http://api.example.com/x',
  'a look-alike (IDN)': 'https://api.ex\u0430mple.com/x',
  'encoded slashes': 'https://api.example.com/a%2f..%2fb',
  'encoded dots': 'https://api.example.com/a/%2e%2e/b',
  'an encoded dot in the host': 'https://api%2eexample.com/x',
  'a trailing dot': 'https://api.example.com./x',
  'the page': '/x',
};

export const reach: readonly Behaviour[] = [
  {
    name: 'the header goes to an allowed origin, whatever its case, with exactly the address that was checked',
    async run(world) {
      await world.signIn();
      const caller = world.recorder();
      await caller.send({ url: 'HTTPS://API.example.COM:443/a/../b', params: { page: '2' } });
      expect(caller.recorded).toEqual([
        { url: 'https://api.example.com/b?page=2', authorization: `Bearer ${ada.token}` },
      ]);
    },
  },
  ...Object.entries(HOSTILE).map(([what, url]): Behaviour => ({
    name: `the header never goes to: ${what}`,
    async run(world) {
      await world.signIn();
      const caller = world.recorder();
      await caller.send({ url }).catch(() => undefined);
      // It was sent, and bare; or it is no address at all.
      expect(caller.recorded.filter(({ authorization }) => authorization !== null)).toEqual([]);
      await caller.send({ url: 'https://api.example.com/x' });
      expect(caller.recorded.at(-1)?.authorization).toBe(`Bearer ${ada.token}`);
    },
  })),
  {
    name: 'the origin "null" is nobody',
    async run(world) {
      await world.signIn();
      const caller = world.recorder();
      await caller.send({ url: 'capacitor://localhost/x' }).catch(() => undefined);
      expect(caller.recorded.filter(({ authorization }) => authorization !== null)).toEqual([]);
    },
  },
  {
    name: 'a header of the caller is respected',
    async run(world) {
      await world.signIn();
      const caller = world.recorder();
      await caller.send({ url: 'https://api.example.com/x', headers: { Authorization: 'Basic abc' } });
      expect(caller.recorded).toEqual([{ url: 'https://api.example.com/x', authorization: 'Basic abc' }]);
    },
  },
  {
    name: 'a redirect to another origin is refused, and nothing arrives there with the token',
    async run(world) {
      const { Backend } = await import('../backend.ts');
      const foreign = await Backend.start();
      try {
        await world.signIn();
        const to = encodeURIComponent(`${foreign.origin}/stolen`);
        const outcome = world.caller().send({ url: world.url(`/redirect?to=${to}`) });
        await expect(outcome).rejects.toMatchObject({ code: 'RedirectedError' });
        expect(foreign.arrived.filter(({ authorization }) => authorization !== undefined)).toEqual([]);
      } finally {
        await foreign.stop();
      }
    },
  },
  {
    name: 'nobody is signed in: the request goes out bare',
    async run(world) {
      const caller = world.recorder();
      await caller.send({ url: 'https://api.example.com/x' });
      expect(caller.recorded).toEqual([{ url: 'https://api.example.com/x', authorization: null }]);
    },
  },
  {
    name: 'a relative address is resolved under <base>, as the app would, or stays bare',
    async run(world) {
      await world.signIn();
      const { originPolicy } = await import('../../../src/http/index.ts');
      const origins = ['https://api.example.com', 'https://app.example.com'];
      try {
        Object.assign(globalThis, { document: { baseURI: 'https://api.example.com/v1/' } });
        const caller = world.recorder({ origins: originPolicy(origins, undefined) });
        await caller.send({ url: 'notes' });
        Object.assign(globalThis, { document: { baseURI: 'https://evil.example/' } });
        await caller.send({ url: 'notes' }).catch(() => undefined);
        const [first, ...rest] = caller.recorded;
        expect(first).toEqual({ url: 'https://api.example.com/v1/notes', authorization: `Bearer ${ada.token}` });
        expect(rest.filter(({ authorization }) => authorization !== null)).toEqual([]);
      } finally {
        Reflect.deleteProperty(globalThis, 'document');
      }
    },
  },
];
