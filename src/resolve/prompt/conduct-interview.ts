import { optionsFor, type CatalogOption } from '../../options/catalog/catalog.ts';
import { askOption } from './ask-option.ts';
import type { Asker } from './asker.ts';
import { chooseChanges } from './choose-changes.ts';
import type { Interview } from './interview.ts';

/**
 * Asks what the app doesn't tell: in a first run the few questions that matter, in a later one what is to be changed.
 * @param isAgain the person has seen the plan, and wants to change something
 */
export async function conductInterview(asker: Asker, interview: Interview, isAgain: boolean): Promise<void> {
  const open = optionsFor(interview.project).filter(({ key, ask }) => ask !== 'never' && !interview.isSaid(key));
  const isFirst = interview.project.setup.configText === undefined && !isAgain;
  const { guessed } = interview.current;
  const isFirstQuestion = (option: CatalogOption): boolean =>
    isFirst ? option.ask === 'first' || interview.isOpen(option) : guessed.includes(option.key);
  const first = open.filter(isFirstQuestion);
  if (!isAgain) await askInOrder(first, interview, asker);
  if (!isFirst) await chooseChanges(open, { interview, asker });
  await askInOrder(
    open.filter((option) => interview.isMissing(option)),
    interview,
    asker,
  );
}

/** Whether a question makes sense depends on the answers before it. */
async function askInOrder(options: readonly CatalogOption[], interview: Interview, asker: Asker): Promise<void> {
  const asked: number[] = [];
  for (let index = 0; index < options.length;) {
    const option = options[index];
    if (option === undefined || !interview.isRelevant(option)) {
      index += 1;
      continue;
    }
    const outcome = await askOption(option, { interview, asker, canGoBack: asked.length > 0 });
    if (outcome === 'answered') asked.push(index);
    index = outcome === 'back' ? (asked.pop() ?? 0) : index + 1;
  }
}
