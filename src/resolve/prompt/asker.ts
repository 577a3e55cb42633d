/** Instead of an answer: the question before is asked again. */
export const back: unique symbol = Symbol('back');

/** An answer, or the wish to go back. */
export type Answer<T> = T | typeof back;

/** What every question has. */
export interface Question {
  readonly title: string;
  /** What follows from the answer, and how it is written; may be empty. */
  readonly hint: string;
  /** There is a question before this one. */
  readonly canGoBack?: boolean;
}

export interface Choice {
  readonly value: string;
  readonly name: string;
  /** Beside the name, in a few words. */
  readonly hint?: string;
  /** What follows from this choice; said of the one in focus. */
  readonly description?: string;
}

/** One of a few. */
export interface ChoiceQuestion extends Question {
  readonly choices: readonly Choice[];
  readonly current: string;
}

/** Any number of a few; `current` are the values selected already. */
export interface SelectionQuestion extends Question {
  readonly choices: readonly Choice[];
  readonly current: readonly string[];
  readonly problemWith: (values: readonly string[]) => string | undefined;
}

/** A line of text. */
export interface LineQuestion extends Question {
  readonly current: string;
  /** Why this answer can't be used. */
  readonly problemWith: (value: string) => string | undefined;
}

/**
 * A person at a terminal. Everything is shown on stderr: stdout is for data.
 * Every question rejects with CliError `INTERRUPTED` on Ctrl-C, Ctrl-D, a signal or a terminal that is gone.
 */
export interface Asker {
  say(text: string): void;
  choose(question: ChoiceQuestion): Promise<Answer<string>>;
  select(question: SelectionQuestion): Promise<Answer<readonly string[]>>;
  line(question: LineQuestion): Promise<Answer<string>>;
  /** Gives the terminal back as it was. */
  close(): void;
}
