import ejs from 'ejs';
import { templates } from 'virtual:templates';
import { CliError } from '../model/errors.ts';

/** Canonical text of a template: substitution only, so a value that is missing is a bug of ours, never an empty string. */
export function renderTemplate(template: string, values: Readonly<Record<string, string>>): string {
  const source = templates[template];
  if (source === undefined) throw new CliError('INTERNAL', `There is no template ${template}.`);
  return ejs.render(source, { ...values }, { strict: false });
}
