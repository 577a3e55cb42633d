import { applyStyle } from '../apply-style.ts';
import { DIALOG_STYLE } from './dialog-style.ts';
import { element } from './element.ts';
import { passwordFields } from './password-fields.ts';
import type { Wording } from './wording.ts';

export interface DialogContent {
  readonly title: string;
  /** What a new passcode has to be. */
  readonly rules?: string;
  /** One password field each. */
  readonly fields: readonly string[];
  readonly submit: string;
}

export interface DialogParts {
  readonly host: HTMLElement;
  readonly dialog: HTMLDialogElement;
  readonly form: HTMLFormElement;
  readonly inputs: readonly HTMLInputElement[];
  /** Stays while it is true: attempts that are left. */
  readonly note: HTMLElement;
  readonly error: HTMLElement;
  /** Only for screen readers. */
  readonly announcement: HTMLElement;
  readonly submit: HTMLButtonElement;
  readonly cancel: HTMLButtonElement;
}

export function buildDialog({ language, direction, say }: Wording, content: DialogContent): DialogParts {
  const host = element('div', { 'data-identity-vault': 'prompt' });
  const heading = element('h2', { id: 'title' }, content.title);
  const rules = element('p', { id: 'rules', class: 'rules' }, content.rules);
  const note = element('p', { id: 'note', class: 'note' });
  const error = element('p', { id: 'error', class: 'error' });
  const announcement = element('p', { class: 'announcement', role: 'alert' });
  const { fields, inputs } = passwordFields(content.fields, say('showPasscode'));
  const cancel = element('button', { type: 'button', class: 'cancel' }, say('cancel'));
  const submit = element('button', { type: 'submit' }, content.submit);
  const buttons = element('div', { class: 'buttons' });
  buttons.append(cancel, submit);

  const form = element('form', { novalidate: '' });
  form.append(heading, rules, note, ...fields, error, buttons, announcement);
  const dialog = element('dialog', {
    'aria-labelledby': 'title',
    lang: language,
    dir: direction,
    'data-mode': modeOfPage(),
  });
  dialog.append(form);
  const shadow = host.attachShadow({ mode: 'open' });
  applyStyle(shadow, DIALOG_STYLE);
  shadow.append(dialog);
  return { host, dialog, form, inputs, note, error, announcement, submit, cancel };
}

/** How Ionic looks in this app: `ios`, `md`, or empty where the page is no Ionic app. */
function modeOfPage(): string {
  return document.documentElement.getAttribute('mode') ?? '';
}
