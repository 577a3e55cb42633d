import { asVaultError } from '../vaults/refusals.ts';
import { applyStyle } from './apply-style.ts';
import { DIALOG_STYLE } from './passcode-dialog-style.ts';

interface DialogTexts {
  readonly title: string;
  /** One password field each. */
  readonly fields: readonly string[];
  readonly submit: string;
  readonly cancel: string;
}

/** Takes what was entered; returns a complaint to show, or `undefined` when it was accepted. */
type Submit = (entries: readonly string[]) => Promise<string | undefined>;

/**
 * A modal dialog of password fields, in a shadow root so that the app's styles stay out.
 *
 * @returns whether an entry was accepted; `false`: cancelled
 * @throws VaultError what `submit` throws; the dialog is gone then
 */
export function passcodeDialog(texts: DialogTexts, submit: Submit): Promise<boolean> {
  const parts = build(texts);
  const { host, dialog, form, inputs, error, cancel } = parts;
  document.body.append(host);
  dialog.showModal();
  inputs[0]?.focus();

  return new Promise<boolean>((resolve, reject) => {
    let underWay: Promise<void> | undefined;
    const settle = (finish: () => void): void => {
      dialog.close();
      host.remove();
      finish();
    };
    const check = async (): Promise<void> => {
      form.setAttribute('aria-busy', 'true');
      error.textContent = '';
      const complaint = await submit(inputs.map(({ value }) => value));
      if (complaint === undefined) settle(() => resolve(true));
      else complain(parts, complaint);
    };

    form.addEventListener('submit', (event) => {
      event.preventDefault();
      underWay ??= check()
        .catch((failure: unknown) => settle(() => reject(asVaultError(failure))))
        .finally(() => {
          underWay = undefined;
          form.removeAttribute('aria-busy');
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

interface Parts {
  readonly host: HTMLElement;
  readonly dialog: HTMLDialogElement;
  readonly form: HTMLFormElement;
  readonly inputs: readonly HTMLInputElement[];
  readonly error: HTMLElement;
  readonly cancel: HTMLButtonElement;
}

function complain({ inputs, error }: Parts, complaint: string): void {
  for (const input of inputs) {
    input.value = '';
    input.setAttribute('aria-invalid', 'true');
  }
  error.textContent = complaint;
  inputs[0]?.focus();
}

function build({ title, fields, submit, cancel }: DialogTexts): Parts {
  const host = element('div', { 'data-identity-vault': 'prompt' });
  const heading = element('h2', { id: 'title' }, title);
  const error = element('p', { id: 'error', class: 'error', role: 'alert' });
  const inputs = fields.map(() => element('input', PASSWORD));
  const labels = inputs.map((input, index) => {
    const label = element('label', {}, fields[index]);
    label.append(input);
    return label;
  });
  const buttons = element('div', { class: 'buttons' });
  const cancelButton = element('button', { type: 'button' }, cancel);
  buttons.append(cancelButton, element('button', { type: 'submit' }, submit));

  const form = element('form', { novalidate: '' });
  form.append(heading, ...labels, error, buttons);
  const dialog = element('dialog', { 'aria-labelledby': 'title', lang: 'en' });
  dialog.append(form);
  const shadow = host.attachShadow({ mode: 'open' });
  applyStyle(shadow, DIALOG_STYLE);
  shadow.append(dialog);
  return { host, dialog, form, inputs, error, cancel: cancelButton };
}

/** Not for password managers: those would keep the passcode beside the vault it protects. */
const PASSWORD = {
  type: 'password',
  autocomplete: 'off',
  autocapitalize: 'off',
  spellcheck: 'false',
  'aria-describedby': 'error',
};

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  text = '',
): HTMLElementTagNameMap[K] {
  const created = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) created.setAttribute(attribute, value);
  created.textContent = text;
  return created;
}
