import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { atRest } from './at-rest.ts';
import { walkPicture, type Frame } from './walk-picture.ts';

const docs = new URL('../../docs/', import.meta.url);

/** A picture of each stop of a walk through an app, and of all those together that have a caption. */
export class Walk {
  readonly #page: Page;
  readonly #folder: string;
  readonly #frames: Frame[] = [];
  #count = 0;

  constructor(page: Page, folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#page = page;
    this.#folder = folder;
  }

  async take(name: string, caption?: string): Promise<void> {
    await atRest(this.#page);
    this.#count += 1;
    await this.#page.screenshot({ path: join(this.#folder, `${this.#count}-${name}.png`), style });
    if (caption === undefined) return;
    const picture = await this.#page.screenshot({ type: 'jpeg', quality: 70, style });
    this.#frames.push({ caption, text: timeless(await this.#textOnTop()), picture });
  }

  /** A dialog is looked for first: it lies over the pages. */
  async #textOnTop(): Promise<string> {
    const dialog = this.#page.locator('dialog[open]');
    return (await dialog.count()) > 0 ? dialog.innerText() : this.#page.locator('.ion-page').last().innerText();
  }

  /**
   * Whether the walk-through in the documents shows what the app shows. Fonts differ from machine to machine, so the
   * words are compared and not the pictures.
   *
   * @param options.isMade makes it anew first
   */
  expectPictures(name: string, { isMade }: { readonly isMade: boolean }): void {
    const texts = this.#frames.map(({ caption, text }) => ({ caption, text }));
    const file = new URL(`${name}.json`, docs);
    if (isMade) {
      writeFileSync(new URL(`${name}.svg`, docs), walkPicture(this.#frames));
      writeFileSync(file, `${JSON.stringify(texts, undefined, 2)}\n`);
    }
    expect(texts, `docs/${name}.svg shows something else: UPDATE=1 makes it anew`).toEqual(
      JSON.parse(readFileSync(file, 'utf8')),
    );
  }
}

/** Bars to scroll with are drawn by some systems only. */
const style = '::part(scroll) { scrollbar-width: none; }';

function timeless(text: string): string[] {
  return text
    .replaceAll(/\d+(:\d\d)+/g, '0:00')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
