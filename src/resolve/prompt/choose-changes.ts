import type { CatalogOption } from '../../options/catalog/catalog.ts';
import { groups, type Group } from '../../options/option.ts';
import { askOption } from './ask-option.ts';
import { back, type Answer, type Asker, type Choice } from './asker.ts';
import type { Interview } from './interview.ts';

interface Parts {
  readonly interview: Interview;
  readonly asker: Asker;
}

/** Goes on to the plan. */
const DONE = 'done';

/** A menu of all options with their values, until nothing more is to be changed. */
export async function chooseChanges(options: readonly CatalogOption[], parts: Parts): Promise<void> {
  let last: string = DONE;
  for (;;) {
    const relevant = options.filter((option) => parts.interview.isRelevant(option));
    const answer = await chooseGroup(relevant, parts, last);
    if (answer === back || answer === DONE) return;
    last = answer;
    await changeGroup(
      relevant.filter(({ group }) => group === answer),
      groups[answer as Group],
      parts,
    );
  }
}

async function chooseGroup(
  options: readonly CatalogOption[],
  { interview, asker }: Parts,
  last: string,
): Promise<Answer<string>> {
  const offered = (Object.keys(groups) as Group[]).filter((id) => options.some(({ group }) => group === id));
  if (offered.length === 0) return DONE;
  return asker.choose({
    title: 'What do you want to change?',
    hint: '',
    choices: [
      {
        value: DONE,
        name: interview.hasAnswers ? 'Nothing more' : 'Nothing',
        hint: 'goes on to the plan',
      },
      ...offered.map((id) => {
        const own = options.filter(({ group }) => group === id);
        return { value: id, name: groups[id], hint: count(own.length) };
      }),
    ],
    current: interview.hasAnswers ? last : DONE,
  });
}

function count(options: number): string {
  return options === 1 ? '1 option' : `${String(options)} options`;
}

/** Asks for one option after the other that is picked out of the group. */
async function changeGroup(options: readonly CatalogOption[], title: string, parts: Parts): Promise<void> {
  const { interview, asker } = parts;
  const [only, second] = options;
  if (only !== undefined && second === undefined) {
    await askOption(only, { ...parts, canGoBack: true });
    return;
  }
  let last: string | undefined;
  for (;;) {
    const relevant = options.filter((option) => interview.isRelevant(option));
    const key = await asker.choose({
      title,
      hint: '',
      choices: [...relevant.map((option) => withValue(option, interview)), { value: DONE, name: 'Back' }],
      current: last ?? relevant[0]?.key ?? DONE,
      canGoBack: true,
    });
    const option = relevant.find((one) => one.key === key);
    if (option === undefined) return;
    last = option.key;
    await askOption(option, { ...parts, canGoBack: true });
  }
}

function withValue(option: CatalogOption, interview: Interview): Choice {
  return {
    value: option.key,
    name: option.help,
    hint: interview.inWords(option),
  };
}
