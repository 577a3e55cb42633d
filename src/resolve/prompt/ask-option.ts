import type { CatalogOption } from '../../options/catalog/catalog.ts';
import { askOffer } from './ask-offer.ts';
import type { Asker, Choice } from './asker.ts';
import type { Interview } from './interview.ts';

/** Asks for one option until the answer can be used. */
export async function askOption(option: CatalogOption, interview: Interview, asker: Asker): Promise<void> {
  const offer = option.offers?.(interview.current.options, interview.project);
  if (offer !== undefined) return askOffer(option, offer, { interview, asker });
  if (option.kind.name === 'boolean' || option.kind.name === 'choice') return askChoice(option, interview, asker);
  return askText(option, interview, asker);
}

async function askChoice(option: CatalogOption, interview: Interview, asker: Asker): Promise<void> {
  const question = {
    title: option.help,
    hint: option.consequence,
    choices: choicesOf(option),
    current: printed(option, interview),
  };
  for (;;) {
    const answer = await asker.choose(question);
    const problem = interview.problemWith({ [option.key]: answer });
    if (problem === undefined) {
      interview.keep({ [option.key]: answer });
      return;
    }
    asker.say(`${problem}\n`);
  }
}

function choicesOf({ kind, choices = {} }: CatalogOption): Choice[] {
  const names = kind.name === 'boolean' ? { true: 'Yes', false: 'No' } : undefined;
  const values = names ? Object.keys(names) : (kind.schema['enum'] as readonly string[]);
  return values.map((value) => {
    const description = choices[value];
    const name = names?.[value as 'true' | 'false'] ?? value;
    return { value, name, ...(description === undefined ? {} : { description }) };
  });
}

async function askText(option: CatalogOption, interview: Interview, asker: Asker): Promise<void> {
  const { key, kind, help, consequence } = option;
  const value = printed(option, interview);
  const none = value !== '' && interview.problemWith({ [key]: '' }) === undefined ? ' Type - for none.' : '';
  // Enter keeps the current value, also one that is a dash, so nothing at all needs a sign of its own where it is allowed.
  const meant = (typed: string): string => (none !== '' && typed.trim() === '-' && typed !== value ? '' : typed);
  const typed = await asker.line({
    title: help,
    hint: `${consequence}${formats[kind.name] ?? ''}${none}`,
    current: value,
    problemWith: (answer) => interview.problemWith({ [key]: meant(answer) }),
  });
  interview.keep({ [key]: meant(typed) });
}

const formats: Partial<Record<CatalogOption['kind']['name'], string>> = {
  fields: ' Types: string, number, boolean, and lists of them like string[].',
  list: ' Separated by commas.',
};

function printed({ key, kind }: CatalogOption, { current: { options } }: Interview): string {
  const value = options[key];
  return value === undefined ? '' : kind.print(value);
}
