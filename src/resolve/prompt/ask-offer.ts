import type { CatalogOption } from '../../options/catalog/catalog.ts';
import type { Offer, OfferedAnswer, OneOffer, SomeOffer } from '../../options/offer.ts';
import type { OptionKey, Written } from '../../options/options.ts';
import type { Asker } from './asker.ts';
import type { Interview } from './interview.ts';

interface Conversation {
  readonly interview: Interview;
  readonly asker: Asker;
}

/** Asks for one option with what the app has to choose from. */
export async function askOffer(option: CatalogOption, offer: Offer, conversation: Conversation): Promise<void> {
  return offer.kind === 'one' ? askOne(option, offer, conversation) : askSome(option, offer, conversation);
}

async function askOne(option: CatalogOption, offer: OneOffer, { interview, asker }: Conversation): Promise<void> {
  const answers = offer.answers.filter((answer) => isLeftOpen(answer, interview));
  const current = answers.find((answer) => isInUse(answer, interview)) ?? answers[0];
  const question = {
    title: offer.title,
    hint: joined(option.consequence, offer.hint),
    choices: answers.map(({ name, description }) => ({
      value: name,
      name,
      ...(description === undefined ? {} : { description }),
    })),
    current: current?.name ?? '',
  };
  for (;;) {
    const name = answers.length === 1 ? current?.name : await asker.choose(question);
    const answer = answers.find((one) => one.name === name);
    const given = await completed(option, answer, { interview, asker });
    const problem = interview.problemWith(given);
    if (problem === undefined) {
      interview.keep(given);
      return;
    }
    asker.say(`${problem}\n`);
  }
}

/** What was said already is not taken back by an answer. */
function isLeftOpen({ gives }: OfferedAnswer, interview: Interview): boolean {
  const said = Object.keys(gives).filter((key) => interview.isSaid(key as OptionKey));
  return said.every((key) => isValue(key, gives[key], interview));
}

function isInUse({ gives }: OfferedAnswer, interview: Interview): boolean {
  return Object.entries(gives).every(([key, value]) => isValue(key, value, interview));
}

function isValue(key: string, value: unknown, { current: { options } }: Interview): boolean {
  return JSON.stringify(options[key as OptionKey]) === JSON.stringify(value);
}

/** The values that an answer gives, with the one that has to be typed. */
async function completed(
  { key }: CatalogOption,
  { gives = {}, typed }: Partial<OfferedAnswer> = {},
  { interview, asker }: Conversation,
): Promise<Written> {
  if (typed === undefined) return gives;
  const problemWith = (text: string): string | undefined =>
    text.trim() === '' ? 'Type an answer.' : interview.problemWith({ ...gives, [key]: text });
  return { ...gives, [key]: await asker.line({ ...typed, problemWith }) };
}

async function askSome(option: CatalogOption, offer: SomeOffer, { interview, asker }: Conversation): Promise<void> {
  const { key, kind } = option;
  const { items, others } = offer;
  if (items.length === 0 && others === undefined) return;
  const value = interview.current.options[key];
  const current = kind.toJson(value) as readonly string[];
  const selected = await asker.select({
    title: option.help,
    hint: joined(option.consequence, offer.hint),
    choices: items,
    current,
    problemWith: (values) => interview.problemWith({ [key]: values }),
  });
  // The order of a list in the configuration file is its author's.
  const kept = isSame(selected, current) ? current : selected;
  if (others === undefined) {
    interview.keep({ [key]: kept });
    return;
  }
  const together = (typed: string): string => [kind.print(kept), typed].filter((text) => text.trim() !== '').join(',');
  const typed = await asker.line({
    ...others,
    current: '',
    problemWith: (text) => interview.problemWith({ [key]: together(text) }),
  });
  interview.keep({ [key]: together(typed) });
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((value) => others.includes(value));
}

function joined(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined).join(' ');
}
