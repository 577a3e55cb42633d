import type { Project } from '../../model/project.ts';

/** A page as a person finds it in a list. */
export function nameOfPage(path: string): string {
  return path === '' ? '(the start page)' : path;
}

/** Why a page may be missing in a list of the app's pages; empty where none can be. */
export function hintOnUnread({ framework: { unknownPaths } }: Project): string {
  const [first] = unknownPaths;
  if (first === undefined) return '';
  const where = `${first.path}:${String(first.line)}`;
  return unknownPaths.length === 1
    ? `1 route is not listed: its path could not be computed (${where}).`
    : `${String(unknownPaths.length)} routes are not listed: their paths could not be computed (${where} and others).`;
}
