import { CliError } from '../model/errors.ts';
import type { Project } from '../model/project.ts';
import { catalog, flagName, optionsFor, type CatalogOption } from '../options/catalog/catalog.ts';
import { isRelevant } from '../options/is-relevant.ts';
import { frameworkWith } from '../frameworks/find-framework.ts';
import { checkTogether } from './check-together.ts';
import { notesOn } from './notes.ts';
import type { AnyOption } from '../options/option.ts';
import type { Options } from '../options/options.ts';
import { chosenKeys } from './chosen-keys.ts';
import { fill } from './fill.ts';
import { readGiven, type Given } from './read-given.ts';
import type { Resolved } from './resolved.ts';
import type { Sources } from '../options/sources.ts';
import { unknownPages } from './unknown-pages.ts';

interface Resolving {
  /** Somebody is still asked: what has no value yet is no problem. */
  readonly isDraft?: boolean;
}

/**
 * Complete, validated options: prompt, flag, environment, answers, config, detected, default, in that order.
 * @throws CliError `USAGE` that lists every problem of every source, or `ANSWER_NEEDED` that names the flags.
 */
export function resolve(sources: Sources, project: Project, { isDraft = false }: Resolving = {}): Resolved {
  const { given, bad, problems } = readGiven(sources);
  const filled = fill(given, project);
  const missing = optionsFor(project).filter((option) => isMissing(option, filled.options, project));
  // Nothing is said about a combination with a value that is not known.
  const unknown = [...bad, ...missing.map(({ key }) => key)];
  const clashes = checkTogether(filled.options, project).filter(
    ({ keys }) => !keys.some((key) => unknown.includes(key)),
  );
  const all = [...problems, ...ofOtherFrameworks(given, project), ...clashes.map(({ text }) => text)];
  if (all.length > 0) throw usage(all);
  if (missing.length > 0 && !isDraft) throw answerNeeded(missing);
  return {
    ...filled,
    notes: notesOn(filled, project),
    unanswered: unknownPages(filled, project),
    // Only the command that repeats a run needs them, and each question resolves many times.
    get chosen() {
      return chosenKeys(filled, project);
    },
  };
}

/** Does an option that must have a value have none? */
export function isMissing(option: CatalogOption, options: Options, project: Project): boolean {
  const { key, required, requiredWhereRelevant = false } = option;
  if (options[key] !== undefined) return false;
  return required || (requiredWhereRelevant && isRelevant(option, options, project));
}

/** An option that this app does not have was named all the same. */
function ofOtherFrameworks(given: Given, { framework }: Project): string[] {
  return catalog.flatMap(({ key, framework: id = framework.id }) => {
    if (id === framework.id || given[key] === undefined) return [];
    const [theirs, own] = [frameworkWith({ id }), frameworkWith(framework)];
    return [`${key}: only ${theirs.title} apps have it, and this app is built with ${own.title}; leave it out`];
  });
}

function usage(problems: readonly string[]): CliError {
  const [first] = problems;
  return problems.length === 1
    ? new CliError('USAGE', first ?? '', { hint: 'Nothing was written.' })
    : new CliError('USAGE', `${String(problems.length)} values can't be used:`, {
        hint: `${problems.map((problem) => `- ${problem}`).join('\n')}\nNothing was written.`,
      });
}

function answerNeeded(missing: readonly AnyOption[]): CliError {
  const keys = missing.map(({ key }) => key).join(', ');
  const flags = missing.map(({ key, kind, help }) => `--${flagName(key)} ${kind.placeholder}: ${help}`);
  return new CliError('ANSWER_NEEDED', `No value was given for ${keys}, and none was found in the app.`, {
    hint: flags.join('\n'),
  });
}
