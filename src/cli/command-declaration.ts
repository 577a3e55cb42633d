import type { Flag } from './flags/flag.ts';

/** What the command line, its help and its documents know of a command: everything but how it is carried out. */
export interface CommandDeclaration {
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
}
