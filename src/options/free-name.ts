import type { AppPath, Project } from '../types.ts';
import { className } from './class-name.ts';
import type { DefaultContext, DefaultRule } from './option.ts';

/** The first of some names that the file it is used in doesn't know yet, in either form; ours of an earlier run stay. */
export function freeName(
  names: readonly [string, ...string[]],
  usedIn: (project: Project) => AppPath,
): DefaultRule<string> {
  return ({ project, given }: DefaultContext) => {
    const isFirstRun = project.setup.configText === undefined && project.setup.state === undefined;
    const text = isFirstRun ? project.tree.read(usedIn(project)) : undefined;
    // A file that imports from the place of our code was wired by hand: those names are ours.
    const isWired = text?.includes(`/${(given.codeDir ?? 'identity').split('/').at(-1) ?? ''}/auth.`);
    const isFree = (name: string) => text === undefined || isWired || !mentions(text, name);
    return { value: names.find(isFree) ?? names[0], origin: 'detected' };
  };
}

/** `AuthGuard` beside an `authGuard` would compile, and nobody could tell them apart. */
function mentions(text: string, name: string): boolean {
  return new RegExp(`\\b(${name}|${className(name)})\\b`).test(text);
}
