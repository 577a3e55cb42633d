import type { Page } from 'playwright-core';
import { isAtRest } from './in-page.mjs';

/** Waits for what moves: dialogs take a while, and Ionic has a transition of its own from page to page. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForTimeout(500);
  await page.waitForFunction(isAtRest, undefined, { polling: 50 });
}
