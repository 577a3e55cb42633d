import { posix } from 'node:path';
import ts from 'typescript';
import type { SourceText } from './foreign-words.ts';

/** The files each file imports: values, types and lazy imports alike. */
type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** What these files import of each other. */
export function importGraph(files: readonly SourceText[]): ImportGraph {
  const known = new Set(files.map(({ path }) => path));
  const entries = files.map(({ path, text }) => {
    const written = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
    const paths = written.filter((name) => name.startsWith('.')).map((name) => posix.join(posix.dirname(path), name));
    return [path, paths.filter((one) => known.has(one))] as const;
  });
  return new Map(entries);
}

/**
 * One circle for each import that closes one, as the files from its start back to it: `a.ts`, `b.ts`, `a.ts`.
 * None where no file reaches itself.
 */
export function importCircles(graph: ImportGraph): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, above: readonly string[]): void => {
    const start = above.indexOf(file);
    if (start >= 0) circles.push([...above.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...above, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return circles;
}
