import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromium, launch } from './chromium.ts';
import { servePage, type Served } from './serve-page.ts';

/** What `interleave` of the page tells. */
interface Interleaved {
  /** The last value that each key was set to by a write that was made. */
  readonly written: Record<string, number>;
  readonly writes: number;
  readonly refused: number;
  readonly locks: number;
  /** Values that came after the tab itself had locked. */
  readonly readAfterOwnLock: number;
  readonly unexpected: readonly string[];
}

const ADA = `{ username: 'ada', token: 'token-of-ada' }`;
const BOB = `{ username: 'bob', token: 'token-of-bob' }`;
const PASSCODE = 'correct horse';

let server: Served;
beforeAll(async () => {
  server = await servePage();
});
afterAll(() => server.close());

const openIn = async (context: BrowserContext, query = '') => {
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.port}/${query}`);
  await page.waitForFunction('window.identity');
  return page;
};
/** What became of a call, as text. */
const outcome = (page: Page, call: string) => page.evaluate<string>(`outcome(${call})`);
const vault = (call: string) => `identity.getVault().then((vault) => vault.${call})`;
const login = async (page: Page, session = ADA) => {
  const done = outcome(page, `identity.login(${session})`);
  await page.getByLabel('New passcode').fill(PASSCODE);
  await page.getByLabel('Repeat passcode').fill(PASSCODE);
  await page.getByRole('button', { name: 'Save' }).click();
  return done;
};
const unlock = (page: Page, passcode = PASSCODE) => outcome(page, vault(`unlock(true, '${passcode}')`));

describe.skipIf(!chromium)('several tabs', () => {
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    context = await browser.newContext();
  });
  afterEach(() => context.close());
  const open = (query?: string) => openIn(context, query);

  it('that write at the same time lose nothing', async () => {
    const first = await open();
    await login(first);
    const second = await open();
    await unlock(second);
    const write = (page: Page, tab: string) =>
      outcome(
        page,
        vault(
          `constructor && Promise.all(Array.from({ length: 15 }, (_, i) => vault.storeValue('${tab}' + i, i))).then(() => 'done')`,
        ),
      );
    expect(await Promise.all([write(first, 'a'), write(second, 'b')])).toEqual(['"done"', '"done"']);
    const keys = JSON.parse(await outcome(first, vault('getKeys()'))) as string[];
    expect(keys).toHaveLength(31);
    expect(await outcome(second, vault(`getValue('a14')`))).toBe('14');
  });

  it('with 1,000 writes and locks in turn and at once lose no write, and no unlock outlives a lock', async () => {
    const tabs = [await open(), await open()] as const;
    for (const page of tabs) await page.evaluate('quickPasscodes()');
    await login(tabs[0]);
    await unlock(tabs[1]);
    const run = (page: Page, tab: string) => page.evaluate<Interleaved>(`interleave('${tab}', 500, '${PASSCODE}')`);
    const [first, second] = await Promise.all([run(tabs[0], 'a'), run(tabs[1], 'b')]);
    expect([first.unexpected, second.unexpected]).toEqual([[], []]);
    expect(first.readAfterOwnLock + second.readAfterOwnLock).toBe(0);

    await Promise.all(tabs.map((page) => unlock(page)));
    for (const page of tabs) {
      const values = await page.evaluate<Record<string, number>>('valuesOf("ab")');
      expect(values).toEqual({ ...first.written, ...second.written });
    }
    // Or the test would show nothing: writes were made and refused, in each tab.
    for (const { writes, refused, locks } of [first, second]) {
      expect(writes).toBeGreaterThan(100);
      expect(Math.min(refused, locks)).toBeGreaterThan(5);
    }
    await outcome(tabs[0], 'identity.lockOut()');
    await expect.poll(() => outcome(tabs[1], vault(`getValue('a0')`))).toBe('VaultLocked');
  });

  it('that log in at the same time leave one whole session, which locks the other tab', async () => {
    const [first, second] = [await open('?mode=SecureStorage'), await open('?mode=SecureStorage')];
    const results = await Promise.all([
      outcome(first, `identity.login(${ADA})`),
      outcome(second, `identity.login(${BOB})`),
    ]);
    expect(results).toContain('undefined');
    const fresh = await open('?mode=SecureStorage');
    expect(await outcome(fresh, 'identity.restoreSession()')).toMatch(/token-of-(ada|bob)/);
    expect(await outcome(first, 'identity.restoreSession()')).toBe(await outcome(second, 'identity.restoreSession()'));
  });

  it('that guess at the same time have five attempts together', async () => {
    const first = await open();
    await login(first);
    await outcome(first, 'identity.lockOut()');
    const tabs = [first, await open(), await open()];
    const guesses = tabs.flatMap((page, tab) => [1, 2, 3].map((n) => unlock(page, `wrong passcode ${tab}${n}`)));
    const results = await Promise.all(guesses);
    const checked = results.filter((result) => result === 'AuthFailed' || result === 'TooManyFailedAttempts').length;
    expect(checked).toBeLessThanOrEqual(5);
    const expected = ['AuthFailed', 'AttemptDelayed', 'TooManyFailedAttempts', 'Conflict', 'undefined'];
    expect(results.filter((result) => !expected.includes(result))).toEqual([]);
  });

  it('one of which is killed while it re-keys: the old passcode or the new one opens it, never neither', async () => {
    const opened = new Set<string>();
    for (const delay of [0, 20, 60, 100, 140, 180, 220, 260, 300, 400, 600, 'its end']) {
      const page = await open();
      expect(await login(page)).toBe('undefined');
      const session = await context.newCDPSession(page);
      await page.evaluate(`void (window.reKeyed = outcome(${vault(`setPasscode('another horse')`)}))`);
      if (typeof delay === 'number') await page.waitForTimeout(delay);
      else expect(await page.evaluate('reKeyed')).toBe('undefined');
      const crashed = page.waitForEvent('crash');
      // Never answered: there is nobody left to.
      void session.send('Page.crash').catch(() => undefined);
      await crashed;
      await page.close();

      const later = await open();
      const withNew = await unlock(later, 'another horse');
      const withOld = withNew === 'undefined' ? withNew : await unlock(later, PASSCODE);
      opened.add(withNew === 'undefined' ? 'new' : 'old');
      expect(withOld, `killed after ${delay}`).toBe('undefined');
      expect(await outcome(later, 'identity.restoreSession()')).toContain('token-of-ada');
      await later.close();
    }
    expect([...opened].sort()).toEqual(['new', 'old']);
  });

  it('a page that comes back from the back/forward cache after its time is locked', async () => {
    const page = await open('?lockAfter=500');
    await login(page);
    await page.goto(`http://127.0.0.1:${server.port}/?mode=InMemoryOnly`);
    await page.waitForTimeout(700);
    await page.goBack();
    await page.waitForFunction('window.identity');
    expect(await outcome(page, 'identity.getSession()')).toBe('undefined');
    expect(await outcome(page, vault('isLocked()'))).toBe('true');
  });

  it('a vault made while the page is hidden counts the time from then', async () => {
    const page = await open();
    await page.evaluate(`
      setVisibility('hidden');
      window.late = new six.Vault({ key: 'late', type: 'InMemory', lockAfterBackgrounded: 500 });
    `);
    expect(await outcome(page, `late.setValue('a', 1)`)).toBe('undefined');
    await page.waitForTimeout(700);
    await page.evaluate(`setVisibility('visible')`);
    expect(await outcome(page, 'late.isEmpty()')).toBe('true');
  });

  it.each([
    { case: 'set back', clock: '() => real() - 3_600_000' },
    { case: 'set forward', clock: '() => real() + 3_600_000' },
  ])('a clock that was $case in the background locks', async ({ clock }) => {
    const page = await open('?lockAfter=60000');
    await login(page);
    await page.evaluate('setVisibility("hidden")');
    await page.evaluate(`{ const real = Date.now.bind(Date); Date.now = ${clock}; }`);
    await page.evaluate('setVisibility("visible")');
    expect(await outcome(page, 'identity.getSession()')).toBe('undefined');
    expect(await page.evaluate('identity.hooks.at(-1)')).toBe('locked saved=true timeout=true');
  });
});

describe.skipIf(!chromium)('a copied profile', () => {
  // Processes of a browser that ended may write some more.
  const emptied = { recursive: true, maxRetries: 10, retryDelay: 100 };

  it('put back, gives more than five attempts: the limit binds people, and the report says so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vault-profile-'));
    const [profile, copy] = [join(folder, 'profile'), join(folder, 'copy')];
    const start = () =>
      playwright.launchPersistentContext(profile, { executablePath: chromium ?? '', args: ['--no-sandbox'] });
    const guess = async () => {
      const context = await start();
      const page = await openIn(context);
      const results = [await unlock(page, 'first guess'), await unlock(page, 'second guess')];
      const report = await outcome(page, 'identity.getProtectionReport()');
      await context.close();
      return { results, report };
    };

    const first = await start();
    expect(await login(await openIn(first))).toBe('undefined');
    await first.close();
    cpSync(profile, copy, { recursive: true });

    let checked = 0;
    for (let round = 0; round < 3; round += 1) {
      const { results, report } = await guess();
      checked += results.filter((result) => result === 'AuthFailed').length;
      expect(JSON.parse(report)).toMatchObject({ attemptLimit: 'advisory', offlineGuessing: 'possible' });
      rmSync(profile, emptied);
      cpSync(copy, profile, { recursive: true });
    }
    expect(checked).toBe(6);

    const last = await start();
    const page = await openIn(last);
    expect(await unlock(page)).toBe('undefined');
    expect(await outcome(page, 'identity.restoreSession()')).toContain('token-of-ada');
    await last.close();
    rmSync(folder, emptied);
  });
});
