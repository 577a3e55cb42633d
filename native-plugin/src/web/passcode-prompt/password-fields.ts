import { element, icon } from './element.ts';

interface PasswordFields {
  readonly fields: readonly HTMLElement[];
  readonly inputs: readonly HTMLInputElement[];
}

/** Not for password managers: those would keep the passcode beside the vault it protects. */
const PASSWORD = {
  type: 'password',
  autocomplete: 'off',
  autocapitalize: 'off',
  spellcheck: 'false',
  'data-1p-ignore': '',
  'data-lpignore': 'true',
  'aria-describedby': 'rules note error',
};

const EYE = ['M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12Z', 'M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6'];

/** @param showLabel name of the one button that shows what is typed in all of them */
export function passwordFields(labels: readonly string[], showLabel: string): PasswordFields {
  const inputs = labels.map((_, index) => element('input', { ...PASSWORD, id: `entry-${String(index)}` }));
  const show = element('button', { type: 'button', class: 'show', 'aria-label': showLabel, 'aria-pressed': 'false' });
  show.append(icon(EYE));
  show.addEventListener('click', () => {
    const isShown = show.getAttribute('aria-pressed') !== 'true';
    show.setAttribute('aria-pressed', String(isShown));
    for (const input of inputs) input.type = isShown ? 'text' : 'password';
  });
  const fields = inputs.map((input, index) => {
    const label = element('label', { for: input.id }, labels[index]);
    const entry = element('div', { class: 'entry' });
    // After the last one: by Tab, people go from field to field.
    entry.append(input, ...(index === inputs.length - 1 ? [show] : []));
    const field = element('div', { class: 'field' });
    field.append(label, entry);
    return field;
  });
  return { fields, inputs };
}
