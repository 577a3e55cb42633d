import { bySpecifier, importLine } from './add-imports.ts';
import type { CodeStyle } from './code-style.ts';
import type { CodeDraft } from './draft.ts';
import { NotEditable, openDraft } from './draft.ts';
import { encode, encodingOf } from '../text/text.ts';
import { parseLoosely, syntaxProblem } from './source-file.ts';
import { specifierFor } from './module-path.ts';
import type { AppEdit, EditOutcome, ManualStep, NeededImport } from '../model/edit.ts';

/** How one kind of edit changes a source file, and what a person adds where it can't. */
export interface CodeRecipe {
  readonly edit: AppEdit;
  readonly change: (draft: CodeDraft) => void;
  readonly byHand: (style: CodeStyle) => ByHand;
}

export interface ByHand {
  readonly imports: readonly NeededImport[];
  readonly code: readonly string[];
}

/**
 * Runs a recipe over the text of a file. Text that no longer parses is never returned.
 * @throws CliError `UNREADABLE` when the file has a syntax error before the edit.
 */
export function editCode(recipe: CodeRecipe, text: string): EditOutcome {
  const { edit } = recipe;
  const draft = openDraft(edit.path, text);
  try {
    recipe.change(draft);
  } catch (error) {
    if (error instanceof NotEditable) return { manual: manualStep(recipe, draft, error) };
    throw error;
  }
  if (!draft.output.hasChanged()) return { text };
  const body = draft.output.toString();
  const problem = syntaxProblem(parseLoosely(edit.path, body));
  if (problem === undefined) return { text: encode(body, { eol: '\n', bom: encodingOf(text).bom }) };
  const { line } = problem;
  return {
    manual: manualStep(recipe, draft, {
      line,
      message: 'This file is written in a way that an insertion would break.',
    }),
  };
}

function manualStep(
  { edit, byHand }: CodeRecipe,
  { style, source }: CodeDraft,
  { line, message }: { readonly line: number; readonly message: string },
): ManualStep {
  const { imports, code } = byHand(style);
  const needed = imports.map(({ name, from }) => ({ name, specifier: specifierFor(edit.path, from) }));
  const lines = [...bySpecifier(needed)].map(([specifier, names]) => importLine(style, specifier, names));
  return {
    id: edit.id,
    path: edit.path,
    line: Math.min(line, source.getEndLineNumber()),
    reason: message,
    lines: [...lines, ...code],
  };
}
