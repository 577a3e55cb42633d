// @ts-check
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '../lib/launch-chromium.mjs';

const REQUESTS = 100;

/**
 * What a request takes in Chromium.
 *
 * @param {string} origin of a server that answers at once
 * @param {number} rounds
 * @returns {Promise<import('./http-senders.mjs').Times[]>}
 */
export async function inBrowser(origin, rounds) {
  const entryPoints = [fileURLToPath(new URL('http-page.mjs', import.meta.url))];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: 'iife' });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(origin);
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    return await page.evaluate((asked) => globalThis.measured(asked), { requests: REQUESTS, rounds });
  } finally {
    await browser.close();
  }
}
