import type { CatalogOption } from '../../options/catalog/catalog.ts';
import type { Offer, OfferedAnswer, OneOffer } from '../../options/offer.ts';
import type { OptionKey, Written } from '../../options/options.ts';
import { askSome } from './ask-some.ts';
import { back, type Answer } from './asker.ts';
import type { Conversation, Outcome } from './conversation.ts';
import type { Interview } from './interview.ts';
import { hintFor } from './question-for.ts';

/** Asks for one option with what the app has to choose from. */
export async function askOffer(option: CatalogOption, offer: Offer, conversation: Conversation): Promise<Outcome> {
  return offer.kind === 'one' ? askOne(option, offer, conversation) : askSome(option, offer, conversation);
}

async function askOne(option: CatalogOption, offer: OneOffer, conversation: Conversation): Promise<Outcome> {
  const { interview, asker, canGoBack } = conversation;
  const answers = offer.answers.filter((answer) => isLeftOpen(answer, interview));
  const current = answers.find((answer) => isInUse(answer, interview)) ?? answers[0];
  const question = {
    title: offer.title,
    hint: hintFor(option, interview, offer),
    choices: answers.map(({ name, description }) => ({
      value: name,
      name,
      ...(description === undefined ? {} : { description }),
    })),
    current: current?.name ?? '',
    canGoBack,
  };
  for (;;) {
    const isAsked = answers.length > 1;
    const name = isAsked ? await asker.choose(question) : current?.name;
    if (name === back) return 'back';
    const answer = answers.find((one) => one.name === name);
    const given = await completed(option, answer, { ...conversation, canGoBack: canGoBack || isAsked });
    if (given === back && !isAsked) return 'back';
    if (given === back) continue;
    const problem = interview.problemWith(given);
    if (problem === undefined) {
      interview.keep(given);
      return 'answered';
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
  { interview, asker, canGoBack }: Conversation,
): Promise<Answer<Written>> {
  if (typed === undefined) return gives;
  const problemWith = (text: string): string | undefined =>
    text.trim() === '' ? 'Type an answer.' : interview.problemWith({ ...gives, [key]: text });
  const text = await asker.line({ ...typed, problemWith, canGoBack });
  return text === back ? back : { ...gives, [key]: text };
}
