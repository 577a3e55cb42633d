import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitingForRenewal } from './in-page.mjs';
import { RenewingTabs, type Tab } from './renewing-tabs.ts';
import { tellInOrder } from './story.ts';

const lifetime = 10;
const both = Array<string>(3).fill('Ada Lovelace');

/** Real windows of one Chromium, each with a process of its own, on the optimised build. */
describe('tokens that are renewed in several tabs', () => {
  let tabs: RenewingTabs;
  let first: Tab;
  let second: Tab;

  beforeAll(async () => {
    tabs = await RenewingTabs.start('renewal-in-tabs', lifetime);
    first = await tabs.open();
    await tabs.signIn(first);
    second = await openUnlocked();
  });
  afterAll(() => tabs.close());

  tellInOrder();

  async function openUnlocked(): Promise<Tab> {
    const tab = await tabs.open();
    await tabs.unlock(tab);
    return tab;
  }

  function askInBoth(): Promise<readonly (readonly string[])[]> {
    return Promise.all([tabs.ask(first, 3), tabs.ask(second, 3)]);
  }

  /** The answers to refreshes while something is done. */
  async function refreshesDuring(task: () => Promise<unknown>): Promise<readonly number[]> {
    const before = tabs.refreshes.length;
    await task();
    return tabs.refreshes.slice(before);
  }

  it('are renewed once when the server refuses them in two tabs at the same time, and both go on', async () => {
    const refreshes = await refreshesDuring(async () => {
      tabs.expire();
      expect(await askInBoth()).toEqual([both, both]);
    });

    expect(refreshes).toEqual([200]);
  });

  it('are renewed once when both tabs find them about to end', async () => {
    const refused = () => tabs.gate.statuses('GET /profile').filter((status) => status === 401).length;
    const before = refused();
    const refreshes = await refreshesDuring(async () => {
      await sleep((lifetime - 2) * 1000);
      expect(await askInBoth()).toEqual([both, both]);
    });

    expect(refreshes).toEqual([200]);
    expect(refused()).toBe(before);
  });

  it('are renewed by the other tab when the one that asks is killed before the server hears of it', async () => {
    tabs.expire();
    const request = tabs.gate.hold('POST /refresh', 'request');
    const refreshes = await refreshesDuring(async () => {
      void tabs.ask(first, 1).catch(() => undefined);
      await request.arrived;
      const asked = tabs.ask(second, 3);
      await expect.poll(() => second.page.evaluate(waitingForRenewal)).toBe(1);
      await tabs.crash(first);
      await request.gone;
      request.open();
      expect(await asked).toEqual(both);
    });

    expect(refreshes).toEqual([200]);
  });

  it('end the session, once and with words, when the tab is killed with the server’s answer on the way', async () => {
    first = await openUnlocked();
    tabs.expire();
    const answer = tabs.gate.hold('POST /refresh', 'answer');
    const refreshes = await refreshesDuring(async () => {
      void tabs.ask(first, 1).catch(() => undefined);
      await answer.arrived;
      const asked = tabs.ask(second, 3);
      await expect.poll(() => second.page.evaluate(waitingForRenewal)).toBe(1);
      await tabs.crash(first);
      await answer.gone;
      answer.open();
      // This server takes a refresh token that comes twice for stolen. No app can know the answer that was lost.
      expect(await asked).toEqual(Array<string>(3).fill('HttpErrorResponse 401'));
      await second.page.waitForURL(/\/login\?.*reason=expired/);
      await sleep(2000);
    });

    expect(refreshes).toEqual([200, 401]);
    await tabs.signIn(second);
    expect(await tabs.ask(second, 1)).toEqual(['Ada Lovelace']);
    expect(new URL(second.page.url()).pathname).toBe('/home');
  });
});
