import type { CommandDeclaration } from '../command-declaration.ts';

/** The commands that know what to do with a flag: those that list it, or all of them where none does. */
export function commandsWith<C extends CommandDeclaration>(flag: string, commands: readonly C[]): readonly C[] {
  const listing = commands.filter(({ flags }) => flags.some(({ name }) => name === flag));
  return listing.length === 0 ? commands : listing;
}
