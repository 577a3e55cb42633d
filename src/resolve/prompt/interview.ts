import { CliError } from '../../model/errors.ts';
import type { Project } from '../../model/project.ts';
import { optionsFor, type CatalogOption } from '../../options/catalog/catalog.ts';
import { isRelevant } from '../../options/is-relevant.ts';
import type { OptionKey, Provenance, Written } from '../../options/options.ts';
import { promptSource } from '../read-environment.ts';
import { isMissing, resolve } from '../resolve.ts';
import type { Resolved } from '../resolved.ts';
import type { Source } from '../../options/sources.ts';

const answerPlace = 'your answer';

/** What was said on this very command line is not asked again. */
const saidNow: readonly Provenance[] = ['flag', 'environment', 'answers'];

/** The answers so far, on top of what was given before the first question. */
export class Interview {
  readonly project: Project;
  readonly #given: Source;
  readonly #said: ReadonlyMap<OptionKey, unknown>;
  readonly #answers: Record<string, unknown> = {};
  /** Worked out when it is asked for: a menu asks for it with each of its lines. */
  #current: Resolved | undefined;

  constructor(resolved: Resolved, project: Project) {
    this.project = project;
    this.#said = new Map(
      optionsFor(project)
        .filter(({ key }) => saidNow.includes(resolved.provenance[key]))
        .map(({ key }) => [key, resolved.options[key]]),
    );
    this.#given = { values: givenValues(resolved, project), place: (key) => key, isJson: true };
  }

  /** The options as they are with the answers so far. */
  get current(): Resolved {
    this.#current ??= this.#with(this.#answers);
    return this.#current;
  }

  /** Was anything answered? */
  get hasAnswers(): boolean {
    return Object.keys(this.#answers).length > 0;
  }

  /** Was it said on this very command line, in the environment or in the file of answers? Then it is not asked. */
  isSaid(key: OptionKey): boolean {
    return this.#said.has(key);
  }

  /** Would another value change anything, with the answers so far? */
  isRelevant(option: CatalogOption): boolean {
    return isRelevant(option, this.current.options, this.project);
  }

  /** Can nothing be done without it, and nobody has said it yet? */
  isMissing(option: CatalogOption): boolean {
    return isMissing(option, this.current.options, this.project);
  }

  /** The value as a person types it. */
  printed({ key, kind }: CatalogOption): string {
    const value = this.current.options[key];
    return value === undefined ? '' : kind.print(value);
  }

  /** The value as a person reads it. */
  inWords(option: CatalogOption): string {
    const printed = this.printed(option);
    if (option.kind.name === 'boolean') return printed === 'true' ? 'yes' : 'no';
    return option.choices?.[printed]?.label ?? (printed === '' ? 'none' : printed);
  }

  /** Does the app leave it to a guess, with what was said before the first question? */
  isOpen({ fallback }: CatalogOption): boolean {
    return fallback({ project: this.project, given: Object.fromEntries(this.#said) }).isGuess === true;
  }

  /** Why answers can't be used, alone or beside the others. */
  problemWith(answers: Written): string | undefined {
    try {
      this.#with({ ...this.#answers, ...answers });
      return undefined;
    } catch (error) {
      if (isRefusal(error)) return problemsOf(error);
      throw error;
    }
  }

  /** Keeps answers that {@link problemWith} had nothing against. */
  keep(answers: Written): void {
    Object.assign(this.#answers, answers);
    this.#current = undefined;
  }

  /** The answers that make a difference, so that the replay command says no more than it has to; one instead of a guess does. */
  get written(): Written {
    const { current } = this;
    let written: Written = this.#answers;
    for (const key of Object.keys(this.#answers)) {
      const fewer = Object.fromEntries(Object.entries(written).filter(([other]) => other !== key));
      if (isSame(current, fewer, (answers) => this.#with(answers))) written = fewer;
    }
    return written;
  }

  #with(answers: Written): Resolved {
    return resolve(
      { config: this.#given, prompt: { ...promptSource(answers), place: () => answerPlace } },
      this.project,
      { isDraft: true },
    );
  }
}

function givenValues({ options, provenance }: Resolved, project: Project): Written {
  const given = optionsFor(project).filter(
    ({ key }) => provenance[key] !== 'detected' && provenance[key] !== 'default',
  );
  return Object.fromEntries(given.map(({ key, kind }) => [key, kind.toJson(options[key])]));
}

/** A default can clash with what a person chose: then the answer that kept it away is needed. */
function isSame(current: Resolved, answers: Written, resolved: (answers: Written) => Resolved): boolean {
  try {
    const without = resolved(answers);
    const told = [current, without].map(({ options, guessed }) => JSON.stringify({ options, guessed }));
    return told[0] === told[1];
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

/** The values can't be used, or one of them leaves another option without a value. */
function isRefusal(error: unknown): error is CliError {
  return error instanceof CliError && (error.code === 'USAGE' || error.code === 'ANSWER_NEEDED');
}

/** What is wrong, in one line; where it was written goes without saying. */
function problemsOf({ message, hint }: CliError): string {
  const listed = (hint ?? '').split('\n').filter((line) => line.startsWith('- '));
  const problems = listed.length === 0 ? [message] : listed.map((line) => line.slice(2));
  return problems.map((problem) => problem.replace(`${answerPlace}: `, '')).join('; ');
}
