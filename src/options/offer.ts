/** A question with answers from the app, so that nobody has to type what the app has already. */
export type Offer = OneOffer | SomeOffer;

/** One of a few. */
export interface OneOffer {
  readonly kind: 'one';
  readonly title: string;
  /** Said besides what follows from the answer. */
  readonly hint?: string;
  readonly answers: readonly OfferedAnswer[];
}

/** An answer may settle more options than the one that is asked for: those that mean nothing without each other. */
export interface OfferedAnswer {
  /** Unlike the names of all others. */
  readonly name: string;
  readonly description?: string;
  /** Values of options, by key. */
  readonly gives: Readonly<Record<string, unknown>>;
  /** Asked next, where the value of the option itself has to be typed. */
  readonly typed?: { readonly title: string; readonly hint: string; readonly current: string };
}

/** Any number of a few, for an option whose value is a list. What is in use is among them. */
export interface SomeOffer {
  readonly kind: 'some';
  readonly hint?: string;
  readonly items: readonly {
    readonly value: string;
    readonly name: string;
    /** Beside the name, in a few words. */
    readonly hint?: string;
    readonly description?: string;
  }[];
  /** Asked next: values that are not among them. */
  readonly others?: {
    readonly title: string;
    readonly hint: string;
    /** The choice that leads to them. */
    readonly choice: string;
    /** What follows where none is taken, in a few words. */
    readonly none: string;
  };
}
