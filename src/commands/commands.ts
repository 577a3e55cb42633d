import { checkCommand } from './check/check-command.ts';
import type { CommandModule } from './command-module.ts';
import { infoCommand } from './info/info-command.ts';
import { removeCommand } from './remove/remove-command.ts';
import { setupCommand } from './setup/setup-command.ts';
import { undoCommand } from './undo/undo-command.ts';

/** Every command, in the order of the help. */
export const commands: readonly CommandModule[] = [setupCommand, checkCommand, undoCommand, removeCommand, infoCommand];
