import { asVaultError } from '../../vaults/refusals.ts';
import { Countdown, type Wait } from './countdown.ts';
import { buildDialog, type DialogContent, type DialogParts } from './dialog-parts.ts';
import type { FocusKeeper } from './focus-keeper.ts';
import type { Wording } from './wording.ts';

/** Why an entry was not accepted. */
export interface Complaint {
  readonly text: string;
  /** No entry is taken until it is over. */
  readonly wait?: Wait;
}

/** Takes what was entered; `undefined`: it was accepted. */
type Submit = (entries: readonly string[]) => Promise<Complaint | undefined>;

/** A modal dialog of password fields, in a shadow root so that the app's styles stay out. */
export class PasscodeDialog {
  readonly #parts: DialogParts;
  readonly #countdown = new Countdown();

  readonly #focus: FocusKeeper;

  constructor(wording: Wording, content: DialogContent, focus: FocusKeeper) {
    this.#parts = buildDialog(wording, content);
    this.#focus = focus;
  }

  /** Says something that stays until it is said otherwise; an empty text takes it away. */
  note(text: string): void {
    const { note, announcement } = this.#parts;
    if (note.textContent === text) return;
    note.textContent = text;
    announcement.textContent = text;
  }

  /**
   * Shows the dialog until an entry is accepted.
   *
   * @returns `false`: the person cancelled
   * @throws VaultError what `submit` throws; the dialog is gone then
   */
  ask(submit: Submit): Promise<boolean> {
    const { host, dialog, form, inputs, cancel } = this.#parts;
    const giveFocusBack = this.#focus.keep();
    document.body.append(host);
    dialog.showModal();
    inputs[0]?.focus();

    return new Promise<boolean>((resolve, reject) => {
      let underWay: Promise<void> | undefined;
      let isSettled = false;
      const settle = (finish: () => void): void => {
        // To close it tells once more that it was closed.
        if (isSettled) return;
        isSettled = true;
        this.#countdown.stop();
        dialog.close();
        host.remove();
        giveFocusBack();
        finish();
      };
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        underWay ??= this.#check(submit)
          .then((isAccepted) => isAccepted && settle(() => resolve(true)))
          .catch((failure: unknown) => settle(() => reject(asVaultError(failure))))
          .then(() => {
            underWay = undefined;
          });
      });
      // What is being checked is waited for: it counts, whether the dialog stays open or not.
      const giveUp = (): void => void (underWay ?? Promise.resolve()).then(() => settle(() => resolve(false)));
      cancel.addEventListener('click', giveUp);
      dialog.addEventListener('cancel', (event) => {
        event.preventDefault();
        giveUp();
      });
      dialog.addEventListener('close', giveUp);
    });
  }

  async #check(submit: Submit): Promise<boolean> {
    const { form, inputs, announcement } = this.#parts;
    if (this.#countdown.isRunning) {
      this.#announce();
      return false;
    }
    form.setAttribute('aria-busy', 'true');
    this.#say('');
    // What is said a second time is announced a second time.
    announcement.textContent = '';
    try {
      const complaint = await submit(inputs.map(({ value }) => value));
      if (complaint) this.#complain(complaint);
      return complaint === undefined;
    } finally {
      form.removeAttribute('aria-busy');
    }
  }

  #complain({ text, wait }: Complaint): void {
    const { error, inputs, submit } = this.#parts;
    for (const input of inputs) {
      input.value = '';
      input.setAttribute('aria-invalid', 'true');
    }
    this.#say(text);
    this.#announce();
    inputs[0]?.focus();
    // With large text, the first field and what is said of it are further apart than the dialog is high.
    error.scrollIntoView({ block: 'nearest' });
    if (!wait) return;
    submit.setAttribute('aria-disabled', 'true');
    this.#countdown.start(wait, {
      show: (remaining) => this.#say(remaining),
      end: () => {
        submit.removeAttribute('aria-disabled');
        this.#announce();
      },
    });
  }

  #say(text: string): void {
    this.#parts.error.textContent = text;
  }

  /** To screen readers: not every second of a countdown. */
  #announce(): void {
    const { announcement, error, note } = this.#parts;
    announcement.textContent = '';
    announcement.textContent = [error.textContent, note.textContent].join(' ').trim();
  }
}
