// @ts-check
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findCommand, toolchains } from '../lib/toolchains.mjs';
import { WHO } from './http-senders.mjs';

/** @typedef {Record<import('./http-senders.mjs').Who, number>} Times microseconds */

const REQUESTS = 100;

/**
 * What a request takes in Chromium, of each in each round: they take turns, so that all of them see the same machine.
 *
 * @param {string} origin of a server that answers at once
 * @param {number} rounds
 * @returns {Promise<Times[]>}
 */
export async function inBrowser(origin, rounds) {
  const executablePath = findCommand(toolchains.chromium.command);
  if (executablePath === undefined) throw new Error(`There is no Chromium. To get it: ${toolchains.chromium.install}`);
  const entryPoints = [fileURLToPath(new URL('http-page.mjs', import.meta.url))];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: 'iife' });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(origin);
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    return await page.evaluate(inTurn, { who: WHO, requests: REQUESTS, rounds });
  } finally {
    await browser.close();
  }
}

/**
 * In the page. The first rounds are those in which the code is compiled.
 *
 * @param {{ who: readonly import('./http-senders.mjs').Who[], requests: number, rounds: number }} asked
 */
async function inTurn({ who, requests, rounds }) {
  const time = await globalThis.requester();
  /** @type {Times[]} */
  const found = [];
  for (let round = -3; round < rounds; round += 1) {
    const times = { bare: 0, byHand: 0, aborting: 0, adapter: 0 };
    for (const one of round % 2 === 0 ? who : [...who].reverse()) times[one] = await time(one, requests);
    if (round >= 0) found.push(times);
  }
  return found;
}
