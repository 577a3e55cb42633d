import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOrigin } from './app.ts';
import { stopAt } from './in-page.mjs';
import { RenewingTabs, type Tab } from './renewing-tabs.ts';
import { tellInOrder } from './story.ts';

/** Longer than the story: only the server's clock ends a token here. */
const lifetime = 3600;
const profile = 'Ada Lovelace';
/** `VaultErrorCodes.VaultLocked` */
const vaultLocked = 'VaultError 1';

type Moment = Parameters<typeof stopAt>[0]['moment'];

/** By a lock, and by the end of the page's process, between the server's answer and the end of the write. */
describe('a renewal that is interrupted', () => {
  let tabs: RenewingTabs;
  let tab: Tab;

  beforeAll(async () => {
    tabs = await RenewingTabs.start('killed-renewal', lifetime);
    tab = await tabs.open();
    await tabs.signIn(tab);
  });
  afterAll(() => tabs.close());

  tellInOrder();

  /** Has the answer to a refresh reach the page, and ends the page where it stands still. */
  async function killAt(moment: Moment): Promise<void> {
    tabs.expire();
    const answer = tabs.gate.hold('POST /refresh', 'answer');
    const stopped = tabs.gate.stopped(encodeURIComponent(moment));
    void tabs.ask(tab, 1).catch(() => undefined);
    await answer.arrived;
    await tab.page.evaluate(stopAt, { moment, url: `${apiOrigin(tabs.app)}/stop/${encodeURIComponent(moment)}` });
    answer.open();
    await stopped;
    await tabs.kill(tab);
  }

  /** The answers to refreshes while the app is opened anew, and some time after. */
  async function refreshesAfterwards(task: () => Promise<unknown>): Promise<readonly number[]> {
    const before = tabs.refreshes.length;
    tab = await tabs.open();
    await tabs.unlock(tab);
    await task();
    await sleep(1500);
    return tabs.refreshes.slice(before);
  }

  it('by a lock before the server answers keeps the new token, and gives it to nobody', async () => {
    tabs.expire();
    const answer = tabs.gate.hold('POST /refresh', 'answer');
    const before = tabs.refreshes.length;
    const asked = tabs.ask(tab, 1);
    await answer.arrived;
    await tab.user.lookAwayUntil(() => tab.page.waitForURL(/\/unlock/));
    answer.open();
    expect(await asked).toEqual([vaultLocked]);
    await tabs.unlock(tab);
    expect(await tabs.ask(tab, 2)).toEqual([profile, profile]);
    expect(tabs.refreshes.slice(before)).toEqual([200]);

    // The server gives a next one only for the refresh token that came with that answer.
    tabs.expire();
    expect(await tabs.ask(tab, 1)).toEqual([profile]);
    expect(tabs.refreshes.slice(before)).toEqual([200, 200]);
  });

  it('by a kill after the new token was written: the app opens with it, and asks for no other', async () => {
    await killAt('after the commit');

    const refreshes = await refreshesAfterwards(async () => {
      expect(await tabs.ask(tab, 2)).toEqual([profile, profile]);
    });
    expect(refreshes).toEqual([]);
  });

  it.each<Moment>(['before sealing', 'before the write', 'before the commit'])(
    'by a kill %s: the app opens with the old token, is refused once, and asks the user to sign in',
    async (moment) => {
      await killAt(moment);

      const refreshes = await refreshesAfterwards(() => tab.page.waitForURL(/\/login\?.*reason=expired/));
      expect(refreshes).toEqual([401]);
      expect(new URL(tab.page.url()).pathname).toBe('/login');
      await tab.user.text('Your session has ended').waitFor();
      await tabs.signIn(tab);
      expect(await tabs.ask(tab, 1)).toEqual([profile]);
    },
  );
});
