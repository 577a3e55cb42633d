import { bySpecifier, importLine } from './add-imports.ts';
import type { CodeAnchor, CodeEdit, EditOutcome, ManualStep, NeededImport } from '../model/edit.ts';
import { usualStyle, type CodeStyle } from './code-style.ts';
import { NotEditable, openDraft, type CodeDraft } from './draft.ts';
import { specifierFor } from './module-path.ts';
import { parseLoosely, syntaxProblem } from './source-file.ts';

/** What a person adds where an edit can't be made. */
interface ByHand {
  readonly imports: readonly NeededImport[];
  /** Where the code goes, in words that a comment can say: `in the routes, before any wildcard`. */
  readonly where: string;
  readonly code: readonly string[];
}

/** An edit whose place was found. */
export type PlacedEdit<Edit extends CodeEdit<object> = CodeEdit> = Edit & { readonly anchor: CodeAnchor };

/** How one kind of code edit changes a source file; and the only spelling of what a person adds instead. */
export interface CodeRecipe<Edit extends CodeEdit<object> = CodeEdit> {
  /** @throws NotEditable where the code has a shape that an insertion can't extend. */
  change(draft: CodeDraft, edit: PlacedEdit<Edit>): void;
  byHand(edit: Edit, style: CodeStyle): ByHand;
}

/** What an edit of code is made of: the wish, and how such wishes are met. */
interface CodeWork {
  readonly edit: CodeEdit;
  readonly recipe: CodeRecipe;
}

/**
 * Makes a code edit in canonical text. Text that no longer parses is never returned.
 * @throws CliError `UNREADABLE` when the file has a syntax error before the edit.
 */
export function editCode(work: CodeWork, text: string): EditOutcome {
  const { edit, recipe } = work;
  const { anchor } = edit;
  if (anchor.kind === 'lost') return { manual: stepFor(work, usualStyle, anchor) };
  const draft = openDraft(edit.path, text);
  try {
    recipe.change(draft, { ...edit, anchor });
  } catch (error) {
    if (error instanceof NotEditable)
      return { manual: stepIn(draft, work, { line: error.line, reason: error.message }) };
    throw error;
  }
  const { splices, text: edited } = draft.output;
  const problem = splices.length === 0 ? undefined : syntaxProblem(parseLoosely(edit.path, edited));
  if (problem === undefined) return { text: edited, splices };
  const reason = 'This file is written in a way that an insertion would break.';
  return { manual: stepIn(draft, work, { line: problem.line, reason }) };
}

interface Obstacle {
  readonly line: number;
  readonly reason: string;
}

function stepIn({ style, source }: CodeDraft, work: CodeWork, { line, reason }: Obstacle): ManualStep {
  return stepFor(work, style, { line: Math.min(line, source.getEndLineNumber()), reason });
}

function stepFor({ edit, recipe }: CodeWork, style: CodeStyle, { line, reason }: Obstacle): ManualStep {
  const { imports, where, code } = recipe.byHand(edit, style);
  const needed = imports.map(({ name, from }) => ({ name, specifier: specifierFor(edit.path, from) }));
  const lines = [...bySpecifier(needed)].map(([specifier, names]) => importLine(style, specifier, names));
  return { id: edit.id, path: edit.path, line, reason, lines: [...lines, `// ${where}:`, ...code] };
}
