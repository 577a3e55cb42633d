import type { Command } from 'commander';
import type { CommandDeclaration } from './command-declaration.ts';
import { CliError } from '../model/errors.ts';
import { commandsWith } from './flags/commands-with.ts';

/**
 * A flag that a command would pass over is refused: whoever typed it expects something of it.
 * @throws CliError `USAGE`
 */
export function refuseMisplaced(
  command: CommandDeclaration,
  program: Command,
  commands: readonly CommandDeclaration[],
): void {
  for (const flag of program.options) {
    const name = flag.attributeName();
    const allowed = commandsWith(name, commands);
    if (allowed.includes(command) || program.getOptionValueSource(name) !== 'cli') continue;
    const [first] = allowed;
    throw new CliError('USAGE', `${flag.long ?? ''} goes with ${allowed.map(inWords).join(' or ')} only.`, {
      hint: ['create-identity-vault', first?.typed ?? '', flag.flags].filter((word) => word !== '').join(' '),
    });
  }
}

function inWords({ typed }: CommandDeclaration): string {
  return typed === '' ? 'setting up' : `the command ${typed}`;
}
