import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityViolations, horizontalOverflow } from './in-page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Whether everybody can use what is on the screen, and nothing is wider than it. */
export async function expectGood(page: Page, name: string): Promise<void> {
  await page.evaluate(axe);
  expect(await page.evaluate(accessibilityViolations), name).toEqual([]);
  expect(await page.evaluate(horizontalOverflow), name).toBe(0);
}
