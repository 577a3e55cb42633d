import { findOrigins, printOrigin } from '../../options/found/api-origins.ts';
import type { CatalogOption } from '../../options/catalog/catalog.ts';
import { isForSignedOutUsers } from '../../options/found/page-names.ts';
import type { Asker, Choice, Question } from './asker.ts';
import type { Interview } from './interview.ts';

/** Asks for one option until the answer can be used. */
export async function askOption(option: CatalogOption, interview: Interview, asker: Asker): Promise<void> {
  if (option.key === 'apiOrigins') return askOrigins(option, interview, asker);
  if (option.key === 'guardedRoutes') return askRoutes(option, interview, asker);
  if (option.kind.name === 'boolean' || option.kind.name === 'choice') return askChoice(option, interview, asker);
  return askText(option, interview, asker);
}

async function askText(option: CatalogOption, interview: Interview, asker: Asker): Promise<void> {
  interview.keep(option, await askLine(option, { interview, asker }));
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
    const problem = interview.problemWith(option, answer);
    if (problem === undefined) {
      interview.keep(option, answer);
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

interface Line {
  readonly interview: Interview;
  readonly asker: Asker;
  readonly question?: Question;
  readonly current?: string;
}

async function askLine(option: CatalogOption, { interview, asker, question, current }: Line): Promise<string> {
  const value = current ?? printed(option, interview);
  const none = value !== '' && interview.problemWith(option, '') === undefined ? ' Type - for none.' : '';
  const line = question ?? {
    title: option.help,
    hint: `${option.consequence}${formats[option.kind.name] ?? ''}${none}`,
  };
  // Enter keeps the current value, also one that is a dash, so nothing at all needs a sign of its own where it is allowed.
  const meant = (typed: string): string => (none !== '' && typed.trim() === '-' && typed !== value ? '' : typed);
  const problemWith = (typed: string): string | undefined => interview.problemWith(option, meant(typed));
  return meant(await asker.line({ ...line, current: value, problemWith }));
}

const formats: Partial<Record<CatalogOption['kind']['name'], string>> = {
  fields: ' Types: string, number, boolean, and lists of them like string[].',
  list: ' Separated by commas.',
};

/** Origins found in the app are offered; none gets the token because a question was skipped. */
async function askOrigins(option: CatalogOption, interview: Interview, asker: Asker): Promise<void> {
  const current = interview.current.options.apiOrigins;
  const { likely } = findOrigins(interview.project);
  const offered = [...new Set([...current, ...likely.map(({ origin }) => origin)])];
  const nameOf = (value: string) => likely.filter(({ origin }) => origin === value).map(printOrigin)[0] ?? value;
  if (offered.length === 0) return askText(option, interview, asker);
  const selected = await asker.select({
    title: option.help,
    hint: `${option.consequence} Found in the app:`,
    choices: offered.map((value) => ({ value, name: nameOf(value) })),
    current,
    problemWith: (values) => interview.problemWith(option, values),
  });
  const others = await askLine(option, {
    interview,
    asker,
    question: { title: 'Other origins that get the token', hint: 'Separated by commas.' },
    current: '',
  });
  interview.keep(option, [...selected, others].join(','));
}

async function askRoutes(option: CatalogOption, interview: Interview, asker: Asker): Promise<void> {
  const { loginPath, unlockPath, guardedRoutes } = interview.current.options;
  const { framework } = interview.project;
  if (!framework.areRoutesKnown) return askText(option, interview, asker);
  const paths = framework.routes
    .filter(
      ({ path, redirectTo }) =>
        redirectTo === undefined && !path.includes('*') && ![loginPath, unlockPath].includes(path),
    )
    .map(({ path }) => path);
  const open = [...new Set(paths)].filter((path) => !isForSignedOutUsers(path));
  if (open.length === 0) return;
  const selected = await asker.select({
    title: option.help,
    hint: option.consequence,
    choices: open.map((value) => ({ value, name: value === '' ? '(the start page)' : value })),
    current: guardedRoutes,
    problemWith: (values) => interview.problemWith(option, values),
  });
  interview.keep(option, isSame(selected, guardedRoutes) ? guardedRoutes : selected);
}

function printed({ key, kind }: CatalogOption, { current: { options } }: Interview): string {
  const value = options[key];
  return value === undefined ? '' : kind.print(value);
}

/** The order of a list in the configuration file is its author's. */
function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((value) => others.includes(value));
}
