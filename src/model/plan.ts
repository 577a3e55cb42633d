import type { Edit } from './edit.ts';
import type { FollowUp } from './follow-up.ts';
import type { AppPath } from './tree.ts';

export interface Note {
  readonly code: string;
  readonly text: string;
}

/** A command a run executes after writing. */
export interface Command {
  readonly id: 'install' | 'cap-sync' | 'cap-update';
  /** Where it is run, below the root; the root itself when absent. */
  readonly folder?: AppPath;
  /** As a person types it, where that is not `argv`. */
  readonly typed?: string;
  readonly argv: readonly [string, ...string[]];
  readonly why: string;
}

/** A package the app will depend on after the run. */
export interface PackageChange {
  readonly name: string;
  /** Absent where the package is taken out. */
  readonly spec?: string;
  readonly before?: string;
}

/** The pages of the app by who may open them; `tabs/**` stands for pages below `tabs` that were not read. */
export interface Access {
  /** Behind the vault's guard. */
  readonly guarded: readonly string[];
  /** For anybody who has the device, as far as this tool is concerned. */
  readonly open: readonly string[];
}

/** Everything a run is going to do, as plain data. */
export interface Plan {
  readonly edits: readonly Edit[];
  readonly packages: readonly PackageChange[];
  readonly commands: readonly Command[];
  readonly notes: readonly Note[];
  /** Absent where nothing is set up. */
  readonly access?: Access;
  /** What only a person can change, once the rest is written. */
  readonly followUps: readonly FollowUp[];
}
