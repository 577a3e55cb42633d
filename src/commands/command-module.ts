import type { Flag, FlagValues } from '../cli/flags/flag.ts';
import type { RunContext } from './run-context.ts';

/**
 * One thing the tool does, declared once: help, `--json-help`, the README's table and the dispatch follow from it.
 * The declaration is loaded by every run, so it imports nothing heavy; the work is behind {@link load}.
 */
export interface CommandModule {
  /** As documents name it; its folder has the same name. */
  readonly name: string;
  /** As it is typed; empty for the one without a name. */
  readonly typed: string;
  readonly summary: string;
  readonly writes: boolean;
  /** Every option means something to it; to other commands, only which app is meant. */
  readonly readsOptions?: true;
  /** The flags it understands besides the general ones; on any other command they are refused. */
  readonly flags: readonly Flag[];
  /** Names one of its flags that chooses it where no command is typed. */
  readonly chosenBy?: string;
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
