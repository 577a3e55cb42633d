import type { Command } from 'commander';
import { commands, type CommandName } from '../commands/commands.ts';
import { CliError } from '../model/errors.ts';
import { flagCommands } from './flag-commands.ts';

/**
 * A flag that a command would pass over is refused: whoever typed it expects something of it.
 * @throws CliError `USAGE`
 */
export function refuseMisplaced(command: CommandName, program: Command): void {
  for (const flag of program.options) {
    const name = flag.attributeName();
    const allowed = flagCommands[name];
    if (allowed === undefined || allowed.includes(command) || program.getOptionValueSource(name) !== 'cli') continue;
    const [first = ''] = allowed;
    throw new CliError('USAGE', `${flag.long ?? ''} goes with ${allowed.map(inWords).join(' or ')} only.`, {
      hint: ['create-identity-vault', typedName(first), flag.flags].filter((word) => word !== '').join(' '),
    });
  }
}

function inWords(name: string): string {
  return name === 'setup' ? 'setting up' : `the command ${typedName(name)}`;
}

function typedName(name: string): string {
  return commands.find((one) => one.name === name)?.typed ?? '';
}
