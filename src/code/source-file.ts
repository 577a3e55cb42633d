import type { SourceFile } from 'ts-morph';
import { Project, ts } from 'ts-morph';
import { CliError } from '../model/errors.ts';
import type { AppPath } from '../model/tree.ts';

export interface SyntaxProblem {
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  readonly message: string;
}

/** A file in memory, alone: no lib, no tsconfig, no import is loaded, so the cost is that of its text. */
export function parseLoosely(path: AppPath, text: string): SourceFile {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
    skipLoadingLibFiles: true,
    compilerOptions: { noLib: true, noResolve: true, allowJs: true, types: [], target: ts.ScriptTarget.ESNext },
  });
  return project.createSourceFile(`/${path}`, text);
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
  const [diagnostic] = syntaxDiagnostics(source);
  if (diagnostic === undefined) return undefined;
  const place = source.getLineAndColumnAtPos(diagnostic.start);
  return { ...place, message: ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n') };
}

/**
 * What the parser found while it made the tree. The public way to it makes a program: it resolves the file's imports
 * and takes longer than parsing. A version of TypeScript that keeps the list elsewhere is asked the public way.
 */
function syntaxDiagnostics(source: SourceFile): readonly ts.DiagnosticWithLocation[] {
  const { parseDiagnostics } = source.compilerNode as ts.SourceFile & {
    readonly parseDiagnostics?: readonly ts.DiagnosticWithLocation[];
  };
  if (parseDiagnostics) return parseDiagnostics;
  return source
    .getProject()
    .getProgram()
    .getSyntacticDiagnostics(source)
    .map(({ compilerObject }) => compilerObject);
}
