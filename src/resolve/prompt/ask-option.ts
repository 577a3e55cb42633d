import type { CatalogOption } from '../../options/catalog/catalog.ts';
import { askOffer } from './ask-offer.ts';
import { back, type Choice } from './asker.ts';
import type { Conversation, Outcome } from './conversation.ts';
import { hintFor, questionFor } from './question-for.ts';

/** Asks for one option until the answer can be used. */
export async function askOption(option: CatalogOption, conversation: Conversation): Promise<Outcome> {
  const { interview } = conversation;
  const offer = option.offers?.(interview.current.options, interview.project);
  if (offer !== undefined) return askOffer(option, offer, conversation);
  if (option.kind.name === 'boolean' || option.kind.name === 'choice') return askChoice(option, conversation);
  return askText(option, conversation);
}

async function askChoice(option: CatalogOption, { interview, asker, canGoBack }: Conversation): Promise<Outcome> {
  const question = {
    title: questionFor(option),
    hint: hintFor(option, interview),
    choices: choicesOf(option),
    current: interview.printed(option),
    canGoBack,
  };
  for (;;) {
    const answer = await asker.choose(question);
    if (answer === back) return 'back';
    const problem = interview.problemWith({ [option.key]: answer });
    if (problem === undefined) {
      interview.keep({ [option.key]: answer });
      return 'answered';
    }
    asker.say(`${problem}\n`);
  }
}

function choicesOf({ kind, choices = {} }: CatalogOption): Choice[] {
  const names = kind.name === 'boolean' ? { true: 'Yes', false: 'No' } : undefined;
  const values = names ? Object.keys(names) : (kind.schema['enum'] as readonly string[]);
  return values.map((value) => {
    const words = choices[value];
    if (words === undefined) return { value, name: names?.[value as 'true' | 'false'] ?? value };
    return { value, name: words.label, hint: words.hint, description: words.text };
  });
}

async function askText(option: CatalogOption, { interview, asker, canGoBack }: Conversation): Promise<Outcome> {
  const { key, kind } = option;
  const value = interview.printed(option);
  const none = value !== '' && interview.problemWith({ [key]: '' }) === undefined ? ' Type - for none.' : '';
  // Enter keeps the current value, also one that is a dash, so nothing at all needs a sign of its own where it is allowed.
  const meant = (typed: string): string => (none !== '' && typed.trim() === '-' && typed !== value ? '' : typed);
  const typed = await asker.line({
    title: questionFor(option),
    hint: `${hintFor(option, interview)}${formats[kind.name] ?? ''}${none}`,
    current: value,
    problemWith: (answer) => interview.problemWith({ [key]: meant(answer) }),
    canGoBack,
  });
  if (typed === back) return 'back';
  interview.keep({ [key]: meant(typed) });
  return 'answered';
}

const formats: Partial<Record<CatalogOption['kind']['name'], string>> = {
  fields: ' Types: string, number, boolean, and lists of them like string[].',
  list: ' Separated by commas.',
};
