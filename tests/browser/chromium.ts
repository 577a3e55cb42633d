import { existsSync } from 'node:fs';
import { chromium as playwright, type Browser } from 'playwright-core';

const PLACES = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The Chromium to test with, for `describe.skipIf(!chromium)`. Where every suite is required
 * (`REQUIRE_ALL=1`) a missing one is a failure, never a skip.
 */
export const chromium = find();

export function launch(args: readonly string[] = []): Promise<Browser> {
  if (!chromium) throw new Error('There is no Chromium to launch.');
  return playwright.launch({ executablePath: chromium, args: ['--no-sandbox', ...args] });
}

function find(): string | undefined {
  const found = PLACES.find((path) => path !== undefined && existsSync(path));
  if (found === undefined && process.env['REQUIRE_ALL'] === '1') {
    throw new Error('REQUIRE_ALL=1 and no Chromium: run `npm run setup:toolchains`, or set CHROMIUM to its path.');
  }
  return found;
}
