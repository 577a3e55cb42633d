import type { CatalogOption } from '../../options/catalog/catalog.ts';
import type { SomeOffer } from '../../options/offer.ts';
import { back, type Answer, type Choice } from './asker.ts';
import type { Conversation, Outcome } from './conversation.ts';
import { hintFor, questionFor } from './question-for.ts';

/** Of a choice that is none of what was found. No value begins with a space. */
const OTHER = ' other';

/** Nothing of what was found. */
const NONE = ' none';

/** Asks which of the values found in the app are taken, and for others where there may be some. */
export async function askSome(option: CatalogOption, offer: SomeOffer, conversation: Conversation): Promise<Outcome> {
  const { key, kind } = option;
  const { interview } = conversation;
  const { items, others } = offer;
  if (items.length === 0 && others === undefined) return 'answered';
  const current = kind.toJson(interview.current.options[key]) as readonly string[];
  for (;;) {
    const selected = await selection(option, offer, conversation);
    if (selected === back) return 'back';
    const values = selected.filter((value) => value !== OTHER);
    // The order of a list in the configuration file is its author's.
    const kept = isSame(values, current) ? current : values;
    if (others === undefined || values.length === selected.length) {
      interview.keep({ [key]: kept });
      return 'answered';
    }
    const together = (typed: string): string =>
      [kind.print(kept), typed].filter((text) => text.trim() !== '').join(',');
    const typed = await conversation.asker.line({
      ...others,
      current: '',
      problemWith: (text) => interview.problemWith({ [key]: together(text) }),
      canGoBack: true,
    });
    if (typed === back) continue;
    interview.keep({ [key]: together(typed) });
    return 'answered';
  }
}

/** A single value is offered by name; more of them as a list. */
async function selection(
  option: CatalogOption,
  offer: SomeOffer,
  { interview, asker, canGoBack }: Conversation,
): Promise<Answer<readonly string[]>> {
  const { items, others } = offer;
  const current = option.kind.toJson(interview.current.options[option.key]) as readonly string[];
  const question = {
    hint: hintFor(option, interview, offer),
    canGoBack,
  };
  const other = others === undefined ? [] : [{ value: OTHER, name: others.choice, hint: 'you type it' }];
  const [only, second] = items;
  if (others !== undefined && only !== undefined && second === undefined) {
    const answer = await asker.choose({
      ...question,
      title: `${questionFor(option)} Use ${only.name}?`,
      choices: [{ value: only.value, name: 'Yes' }, { value: NONE, name: 'No', hint: others.none }, ...other],
      current: current[0] ?? NONE,
    });
    return answer === back ? back : answer === NONE ? [] : [answer];
  }
  const choices: readonly Choice[] = [...items, ...other];
  return asker.select({
    ...question,
    title: questionFor(option),
    choices,
    current,
    problemWith: (values) => interview.problemWith({ [option.key]: values.filter((value) => value !== OTHER) }),
  });
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((value) => others.includes(value));
}
