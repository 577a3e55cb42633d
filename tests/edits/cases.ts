import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { AppEdit, ManualStep } from '../../src/model/edit.ts';
import { editFile } from './edit-file.ts';

/** One folder: a file as it was found, and what is to be done to it. */
export interface Case {
  /** The folder's folder: the last part of the edit's kind. */
  readonly kind: string;
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  readonly edit: AppEdit;
  readonly input: string;
  /** Of the file that is edited, with the dot. */
  readonly extension: string;
}

/** What comes of a case: the edited text, or the step that is left for a person. */
export type Outcome = { readonly output: string } | { readonly manual: ManualStep };

/** Applies an edit to a text. The only place of these tests that knows how edits are called. */
export async function outcomeOf(edit: AppEdit, input: string): Promise<Outcome> {
  const outcome = await editFile(edit, input);
  return 'text' in outcome ? { output: outcome.text } : { manual: outcome.manual };
}

/** Every case of a folder, from `<root>/<kind>/<case>/`. */
export function findCases(root: string): Case[] {
  return foldersIn(root).flatMap((kind) => foldersIn(join(root, kind)).map((name) => readCase(root, kind, name)));
}

/** What the folder says that comes of it; absent in a case that has no outcome yet. */
export function expectedOf({ folder, extension }: Case): Outcome | undefined {
  const output = textOf(folder, `output${extension}`);
  const manual = textOf(folder, 'manual.json');
  if (output !== undefined && manual !== undefined)
    throw new Error(`${folder} has an output and a manual.json: keep one.`);
  if (manual !== undefined) return { manual: JSON.parse(manual) as ManualStep };
  return output === undefined ? undefined : { output };
}

/**
 * Writes what comes of a case into its folder.
 * @returns the name of the file that was written; `undefined` where it was there already, byte for byte
 */
export function writeOutcome({ folder, extension }: Case, outcome: Outcome): string | undefined {
  const isOutput = 'output' in outcome;
  const [file, other] = isOutput ? [`output${extension}`, 'manual.json'] : ['manual.json', `output${extension}`];
  const text = isOutput ? outcome.output : `${JSON.stringify(outcome.manual, null, 2)}\n`;
  rmSync(join(folder, other), { force: true });
  if (textOf(folder, file) === text) return undefined;
  writeFileSync(join(folder, file), text);
  return file;
}

/** Names in a folder that are none of a case. */
export function strayFiles({ folder, extension }: Case): string[] {
  const known = ['edit.json', `input${extension}`, `output${extension}`, 'manual.json'];
  return readdirSync(folder).filter((name) => !known.includes(name));
}

function readCase(root: string, kind: string, name: string): Case {
  const folder = join(root, kind, name);
  const edit = JSON.parse(needed(folder, 'edit.json')) as AppEdit;
  const extension = extname(edit.path);
  return { kind, name, folder, edit, extension, input: needed(folder, `input${extension}`) };
}

function needed(folder: string, file: string): string {
  const text = textOf(folder, file);
  if (text === undefined) throw new Error(`${folder} needs a file ${file}: see tests/edits/README.md.`);
  return text;
}

function textOf(folder: string, file: string): string | undefined {
  return readdirSync(folder).includes(file) ? readFileSync(join(folder, file), 'utf8') : undefined;
}

function foldersIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}
