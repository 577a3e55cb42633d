import type { CommandDeclaration } from '../cli/command-declaration.ts';
import type { Flag, FlagValues } from '../cli/flags/flag.ts';
import type { RunContext } from './run-context.ts';

/**
 * One thing the tool does, declared once: help, `--json-help`, the README's table and the dispatch follow from it.
 * The declaration is loaded by every run, so it imports nothing heavy; the work is behind {@link load}.
 */
export interface CommandModule extends CommandDeclaration {
  /** @returns what carries the command out and gives the exit code */
  load(): Promise<(context: RunContext) => Promise<number>>;
}

interface Declaration<F extends readonly Flag[]> extends Omit<CommandModule, 'flags' | 'load' | 'chosenBy'> {
  readonly flags: F;
  readonly chosenBy?: F[number]['name'];
  load(): Promise<(context: RunContext<FlagValues<F>>) => Promise<number>>;
}

/** A command that reads no flag it doesn't list: another one doesn't compile. The parser gives a value for each of them. */
export function declareCommand<const F extends readonly Flag[]>(declaration: Declaration<F>): CommandModule {
  return declaration as CommandModule;
}
