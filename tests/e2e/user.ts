import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { isHidden, isVisible } from './in-page.mjs';

/** How long the app may be in the background before it locks: the default of `--lock-after`. */
export const lockAfterMs = 5000;

/** Somebody who uses the generated pages, in a page of a browser. */
export class User {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Words that can be seen: Ionic keeps the pages below the one on top. */
  text(words: string | RegExp): Locator {
    return this.page.getByText(words).and(this.page.locator(':visible')).first();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name });
  }

  /** The plugin's built-in passcode prompt. */
  passcodeDialog(): Locator {
    return this.page.locator('dialog[open]');
  }

  async signIn({ username, password }: { username: string; password: string }): Promise<void> {
    await this.page.getByLabel('User name').fill(username);
    await this.page.getByLabel('Password').fill(password);
    await this.button('Sign in').click();
  }

  /** Types a passcode into every field of the prompt: one, or two when it is chosen. */
  async answerPasscode(code: string): Promise<void> {
    const fields = this.passcodeDialog().locator('input');
    await fields.first().waitFor();
    for (const field of await fields.all()) await field.fill(code);
    await fields.last().press('Enter');
  }

  /** Looks at another tab for a while, which really hides this one. */
  lookAway(ms: number): Promise<void> {
    return this.lookAwayUntil(() => sleep(ms));
  }

  /** The same, until something happened. */
  async lookAwayUntil(happened: () => Promise<unknown>): Promise<void> {
    const other = await this.page.context().newPage();
    await other.bringToFront();
    await this.page.waitForFunction(isHidden, undefined, { polling: 50 });
    await happened();
    await this.page.bringToFront();
    await this.page.waitForFunction(isVisible, undefined, { polling: 50 });
    await other.close();
  }
}
