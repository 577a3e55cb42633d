// @ts-check
import { launchChromium } from '../lib/launch-chromium.mjs';

/** @typedef {import('playwright-core').Page} Page */

const PASSCODE = 'quiet-otter-4711';

/**
 * Signs in, locks and unlocks, in a browser.
 *
 * @param {Pick<import('./start-demo.mjs').Demo, 'address' | 'username' | 'password'>} demo
 * @param {(line: string) => void} tell
 */
export async function firstLock({ address, username, password }, tell) {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.getByLabel('User name').fill(username);
    await page.getByLabel('Password').fill(password);
    tell(`${address} asks who it is.`);
    await press(page, 'Sign in');
    await givePasscode(page);
    await shown(page, 'Unlocked', tell);
    await press(page, 'Lock now');
    await shown(page, 'Locked', tell);
    await press(page, 'Unlock');
    await givePasscode(page);
    await shown(page, 'Unlocked', tell);
  } finally {
    await browser.close();
  }
}

/** @param {Page} page @param {string} name */
function press(page, name) {
  return page.getByRole('button', { name, exact: true }).click();
}

/** @param {Page} page */
async function givePasscode(page) {
  const fields = page.locator('dialog[open] input');
  await fields.first().waitFor();
  for (const field of await fields.all()) await field.fill(PASSCODE);
  await fields.last().press('Enter');
}

/** @param {Page} page @param {string} heading @param {(line: string) => void} tell */
async function shown(page, heading, tell) {
  await page.getByRole('heading', { name: heading }).waitFor();
  tell(`The page says “${heading}”.`);
}
