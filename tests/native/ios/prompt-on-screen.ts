import { expect } from 'vitest';
import type { AppLines } from '../phone/phone-under-test.ts';

interface Seen {
  readonly kind: string;
  readonly identifier?: string;
  readonly text?: string;
  readonly isSecure?: boolean;
  readonly length?: number;
  readonly isEnabled?: boolean;
}

interface Window {
  readonly views: readonly Seen[];
}

/** The built-in passcode prompt as a person sees it, who does only what the test says. */
export class PromptOnScreen {
  readonly #app: AppLines;

  private constructor(app: AppLines) {
    this.#app = app;
  }

  /** Nobody answers the prompts from now on but this. */
  static async of(app: AppLines): Promise<PromptOnScreen> {
    await app.do('enter', { isLeftAlone: true });
    return new PromptOnScreen(app);
  }

  async isShown(): Promise<boolean> {
    return (await this.#views()).length > 0;
  }

  async appears(): Promise<void> {
    await expect.poll(() => this.isShown()).toBe(true);
    await this.#app.do('settle');
  }

  /** What can be read, from above, but for the buttons. */
  async says(): Promise<readonly string[]> {
    const labels = (await this.#views()).filter(({ kind }) => kind === 'UILabel');
    return labels.flatMap(({ text }) => (text ? [text] : []));
  }

  async canSubmit(): Promise<boolean> {
    const [, submit] = (await this.#views()).filter(({ kind }) => kind === 'UIButton');
    return submit?.isEnabled === true;
  }

  /** One text for each field. */
  async enters(entries: readonly string[], button: string): Promise<void> {
    for (const [field, text] of entries.entries()) await this.#app.do('type', { field, text });
    await this.#app.do('press', { label: button });
    await expect.poll(async () => (await this.#isJudged()) || !(await this.isShown())).toBe(true);
    await this.#app.do('settle');
  }

  async press(button: string): Promise<void> {
    await this.#app.do('press', { label: button });
  }

  /** What was refused is gone from the fields. */
  async #isJudged(): Promise<boolean> {
    const fields = (await this.#views()).filter(({ isSecure }) => isSecure === true);
    return fields.length > 0 && fields.every(({ length }) => length === 0);
  }

  async #views(): Promise<readonly Seen[]> {
    const windows = (await this.#app.do('look'))['result'] as readonly Window[];
    return windows.find(({ views }) => views.some(({ isSecure }) => isSecure === true))?.views ?? [];
  }
}
