import { CliError } from './errors.ts';
import { inspect } from './inspect/inspect.ts';
import { findPluginSource } from './inspect/plugin-source.ts';
import type { Options } from './options/options.ts';
import { resolve } from './options/resolve.ts';
import type { SetUp } from './set-up.ts';
import type { Note, Project } from './types.ts';

/** The app, and the complete options for it. */
export interface Chosen {
  readonly project: Project;
  readonly options: Options;
  readonly notes: readonly Note[];
  /** The command that gives the same result without questions; only after questions. */
  readonly replay?: string;
}
