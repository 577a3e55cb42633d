import { bySpecifier, importLine } from './add-imports.ts';
import type { CodeAnchor, CodeEdit, EditOutcome, ManualStep } from '../model/edit.ts';
import type { ByHand } from './by-hand.ts';
import { usualStyle, type CodeStyle } from './code-style.ts';
import { NameTaken, NotEditable, openDraft, type CodeDraft } from './draft.ts';
import { specifierFor } from './module-path.ts';
import { parseLoosely, syntaxProblem } from './source-file.ts';

/** An edit whose place was found. */
export type PlacedEdit<Edit extends CodeEdit<object> = CodeEdit> = Edit & { readonly anchor: CodeAnchor };

/** How one kind of code edit changes a source file; and the only spelling of what a person adds instead. */
export interface CodeRecipe<Edit extends CodeEdit<object> = CodeEdit> {
  /** @throws NotEditable where the code has a shape that an insertion can't extend. */
  change(draft: CodeDraft, edit: PlacedEdit<Edit>): void;
  byHand(edit: Edit, style: CodeStyle): ByHand;
  /** The place in its file that an edit changes: edits at other places, which bring the same, may be made together. */
  placeOf?(edit: Edit): string;
}

/** What an edit of code is made of: the wish, and how such wishes are met. */
export interface CodeWork {
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
    if (!(error instanceof NotEditable)) throw error;
    const taken = error instanceof NameTaken ? error.taken : undefined;
    return { manual: stepIn(draft, work, { line: error.line, reason: error.message, byHand: error.byHand, taken }) };
  }
  const { splices, text: edited } = draft.output;
  const problem = splices.length === 0 ? undefined : syntaxProblem(parseLoosely(edit.path, edited));
  if (problem === undefined) return { text: edited, splices };
  const reason = 'This file is written in a way that an insertion would break.';
  return { manual: stepIn(draft, work, { line: problem.line, reason }) };
}

/**
 * Makes edits of one file together: opening a long file costs as much as it is long. `undefined` where one of them can't
 * be made, or the text would not parse: made one by one, each gives its own outcome.
 */
export function editTogether(works: readonly CodeWork[], text: string): EditOutcome | undefined {
  const [first] = works;
  if (first === undefined) return undefined;
  const draft = openDraft(first.edit.path, text);
  try {
    for (const { edit, recipe } of works) {
      if (edit.anchor.kind === 'lost') return undefined;
      recipe.change(draft, { ...edit, anchor: edit.anchor });
    }
  } catch (error) {
    if (!(error instanceof NotEditable)) throw error;
    return undefined;
  }
  const { splices, text: edited } = draft.output;
  return syntaxProblem(parseLoosely(first.edit.path, edited)) === undefined ? { text: edited, splices } : undefined;
}

interface Obstacle {
  readonly line: number;
  readonly reason: string;
  /** Where what a person usually adds would be wrong. */
  readonly byHand?: Partial<ByHand> | undefined;
  /** A name that means something else in the file. */
  readonly taken?: string | undefined;
}

function stepIn({ style, source }: CodeDraft, work: CodeWork, obstacle: Obstacle): ManualStep {
  const line = Math.min(obstacle.line, source.getEndLineNumber());
  return stepFor(work, style, { ...obstacle, line });
}

function stepFor({ edit, recipe }: CodeWork, style: CodeStyle, obstacle: Obstacle): ManualStep {
  const { line, reason, byHand, taken } = obstacle;
  const { imports, where, code } = { ...recipe.byHand(edit, style), ...byHand };
  const needed = imports.map(({ name, from }) => ({
    name: name === taken ? `${name} as ${otherName(name)}` : name,
    specifier: specifierFor(edit.path, from),
  }));
  const lines = [...bySpecifier(needed)].map(([specifier, names]) => importLine(style, specifier, names));
  const used = taken === undefined ? code : code.map((text) => withOtherName(text, taken));
  return { id: edit.id, path: edit.path, line, reason, lines: [...lines, `// ${where}:`, ...used] };
}

/** `authGuard` as `vaultAuthGuard`, `AuthGuard` as `VaultAuthGuard`. */
function otherName(name: string): string {
  const first = name.charAt(0);
  return `${first === first.toUpperCase() ? 'Vault' : 'vault'}${first.toUpperCase()}${name.slice(1)}`;
}

function withOtherName(code: string, name: string): string {
  return code.replaceAll(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu, (word) => (word === name ? otherName(name) : word));
}
