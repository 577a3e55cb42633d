import type { SourceFile } from 'ts-morph';
import { createWrappedNode, ts } from 'ts-morph';
import { CliError } from '../model/errors.ts';
import type { AppPath } from '../model/tree.ts';

interface SyntaxProblem {
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  readonly message: string;
}

/** The tree, and what the parser found while it made it: no public property has that without a whole program. */
type ParsedFile = ts.SourceFile & { readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[] };

interface Parsed {
  readonly text: string;
  readonly source: SourceFile;
}

/** The last tree of each file: what an edit leaves is parsed to check it, and the next edit of that file starts from it. */
const lastParsed = new Map<AppPath, Parsed>();

/** Files that a run goes back to; more would only be kept. */
const fewFiles = 16;

/** A file in memory, alone: no project, lib or import is loaded, so the cost is that of its text. Trees are never changed. */
export function parseLoosely(path: AppPath, text: string): SourceFile {
  const last = lastParsed.get(path);
  if (last?.text === text) return last.source;
  const source = createWrappedNode(ts.createSourceFile(`/${path}`, text, ts.ScriptTarget.ESNext, true));
  if (lastParsed.size >= fewFiles) lastParsed.clear();
  lastParsed.set(path, { text, source });
  return source;
}

/**
 * The syntax tree of a file of the app. `text` has no BOM, so that offsets are those of `text`.
 * @throws CliError `UNREADABLE` at the first syntax error: a recovered tree is a guess.
 */
export function parseSource(path: AppPath, text: string): SourceFile {
  const source = parseLoosely(path, text);
  const problem = syntaxProblem(source);
  if (problem === undefined) return source;
  throw new CliError('UNREADABLE', `${path} has a syntax error: ${problem.message}`, {
    where: { path, line: problem.line, column: problem.column },
    hint: 'Fix the syntax error, then run the command again.',
  });
}

export function syntaxProblem(source: SourceFile): SyntaxProblem | undefined {
  const [diagnostic] = (source.compilerNode as ParsedFile).parseDiagnostics;
  if (diagnostic === undefined) return undefined;
  const place = source.getLineAndColumnAtPos(diagnostic.start);
  return { ...place, message: ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n') };
}
