/** What every question has. */
export interface Question {
  readonly title: string;
  /** What follows from the answer, and how it is written; may be empty. */
  readonly hint: string;
}

export interface Choice {
  readonly value: string;
  readonly name: string;
  /** What follows from this choice. */
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
  /** Introduces a group of questions. */
  heading(text: string): void;
  choose(question: ChoiceQuestion): Promise<string>;
  select(question: SelectionQuestion): Promise<readonly string[]>;
  line(question: LineQuestion): Promise<string>;
  /** Gives the terminal back as it was. */
  close(): void;
}
