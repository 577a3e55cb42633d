import type { CommandModule } from '../../commands/command-module.ts';

/** The commands that know what to do with a flag: those that list it, or all of them where none does. */
export function commandsWith(flag: string, commands: readonly CommandModule[]): readonly CommandModule[] {
  const listing = commands.filter(({ flags }) => flags.some(({ name }) => name === flag));
  return listing.length === 0 ? commands : listing;
}
