import { relative } from 'node:path';
import { CliError, type Place } from '../../model/errors.ts';
import type { Asked } from './asked.ts';
import { pathWithin } from './path-within.ts';

/** One of the apps that may be meant. */
export interface Candidate<T> {
  readonly value: T;
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  /** Has an earlier run set it up? */
  readonly isSetUp: boolean;
}

/**
 * The app that was named; else the one the folder is in; else the only one; else the only one that is set up.
 * @throws CliError `USAGE` for a name that none has, `ANSWER_NEEDED` with a command for each.
 */
export function chooseOne<T>(candidates: readonly Candidate<T>[], asked: Asked, where: Place): T {
  const { folder, project } = asked;
  const names = candidates.map(({ name }) => name).join(', ');
  if (project !== undefined) {
    const named = candidates.find(({ name }) => name === project);
    if (named) return named.value;
    throw new CliError('USAGE', `There is no Ionic app "${project}" here.`, { where, hint: `Choose one of: ${names}` });
  }
  const chosen = around(candidates, folder) ?? only(candidates) ?? only(candidates.filter(({ isSetUp }) => isSetUp));
  if (chosen) return chosen.value;
  throw new CliError('ANSWER_NEEDED', `There are ${String(candidates.length)} Ionic apps here.`, {
    where,
    hint: [
      'Name one, by its folder or with --project <name>:',
      ...firstOf(candidates.map((candidate) => command(candidate, asked))),
    ].join('\n'),
  });
}

/** As many lines as are read; that there are more is said. */
const shown = 5;

/** Lines of a choice, indented, and how many there are besides. */
export function firstOf(lines: readonly string[]): string[] {
  const more = lines.length - shown;
  return [...lines.slice(0, shown), ...(more > 0 ? [`and ${String(more)} more`] : [])].map((line) => `  ${line}`);
}

/** The innermost app the folder is in. In the folder that holds them all, none is meant more than another. */
function around<T>(candidates: readonly Candidate<T>[], folder: string): Candidate<T> | undefined {
  const holdsOthers = candidates.some((other) => other.folder !== folder && isWithin(folder, other.folder));
  return candidates
    .filter((candidate) => isWithin(candidate.folder, folder) && !(holdsOthers && candidate.folder === folder))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
}

function only<T>(candidates: readonly Candidate<T>[]): Candidate<T> | undefined {
  return candidates.length === 1 ? candidates[0] : undefined;
}

function isWithin(folder: string, path: string): boolean {
  const rest = relative(folder, path);
  return !rest.startsWith('..') && !/^([A-Za-z]:|[/\\])/.test(rest);
}

/** The folder says it where the app has one of its own. */
function command<T>({ folder, name }: Candidate<T>, asked: Asked): string {
  const path = pathWithin(asked.cwd, folder);
  const byFolder = folder !== asked.folder && path !== '';
  return `npx create-identity-vault ${byFolder ? `-C ${path}` : `--project ${name}`}`;
}
