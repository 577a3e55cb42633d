import type { Project } from '../../model/project.ts';
import { optionsFor, type CatalogOption } from '../../options/catalog/catalog.ts';
import { groups, type Group } from '../../options/option.ts';
import type { Written } from '../../options/options.ts';
import type { Resolved } from '../resolved.ts';
import { askOption } from './ask-option.ts';
import type { Asker } from './asker.ts';
import { Interview } from './interview.ts';

/** Asks what the app doesn't tell: a few questions, then, if wanted, all others by group. */
export async function conductInterview(asker: Asker, resolved: Resolved, project: Project): Promise<Written> {
  const interview = new Interview(resolved, project);
  const open = optionsFor(project).filter(({ key, ask }) => ask !== 'never' && !interview.isSaid(key));
  const first = open.filter((option) => option.ask === 'first' || interview.isOpen(option));
  const more = open.filter((option) => !first.includes(option));
  asker.say(introduction(project));
  await askAll(first, interview, asker);
  for (const id of await chooseGroups(more, interview, asker)) {
    asker.heading(groups[id]);
    await askAll(
      more.filter(({ group }) => group === id),
      interview,
      asker,
    );
  }
  return interview.written;
}

function introduction({ packageName, framework, setup }: Project): string {
  const name = packageName || framework.project;
  const [what, values] =
    setup.configText === undefined
      ? [`An identity vault for ${name}.`, 'Enter takes the value shown.']
      : [`The identity vault of ${name}.`, 'Enter keeps the current value.'];
  return `${what}\n${values} Ctrl-C leaves without writing anything.\n\n`;
}

/** Whether a question makes sense depends on the answers before it. */
async function askAll(options: readonly CatalogOption[], interview: Interview, asker: Asker): Promise<void> {
  for (const option of options) {
    if (isRelevant(option, interview)) await askOption(option, interview, asker);
  }
}

function isRelevant({ relevant }: CatalogOption, { current, project }: Interview): boolean {
  return relevant?.(current.options, project) ?? true;
}

async function chooseGroups(
  more: readonly CatalogOption[],
  interview: Interview,
  asker: Asker,
): Promise<readonly Group[]> {
  const relevant = more.filter((option) => isRelevant(option, interview));
  const offered = (Object.keys(groups) as Group[]).filter((id) => relevant.some(({ group }) => group === id));
  if (offered.length === 0) return [];
  const wanted = await asker.choose({
    title: 'Customise more?',
    hint: '',
    choices: [
      { value: 'no', name: 'No', description: 'Goes on to the plan. Nothing is written before you agree to it.' },
      { value: 'yes', name: 'Yes', description: `Texts, paths and names: ${String(relevant.length)} more options.` },
    ],
    current: 'no',
  });
  if (wanted === 'no') return [];
  const chosen = await asker.select({
    title: 'What do you want to change?',
    hint: '',
    choices: offered.map((id) => ({ value: id, name: groups[id], description: namesOf(relevant, id) })),
    current: [],
    problemWith: () => undefined,
  });
  return offered.filter((id) => chosen.includes(id));
}

function namesOf(options: readonly CatalogOption[], id: Group): string {
  return options
    .filter(({ group }) => group === id)
    .map(({ key }) => key)
    .join(', ');
}
