import type { Node, SourceFile } from 'ts-morph';
import type { AppPath } from '../model/tree.ts';
import type { CodeStyle } from './code-style.ts';
import { codeStyleOf } from './code-style.ts';
import type { TextDraft } from './list-literal.ts';
import { parseSource } from './source-file.ts';
import { TextOutput } from './text-output.ts';

/** A source file being edited: its tree says where, `output` collects what is inserted. */
export interface CodeDraft extends TextDraft {
  readonly path: AppPath;
  readonly source: SourceFile;
  readonly style: CodeStyle;
}

/** Thrown where the code has a shape that can't be edited; it becomes a step for a person. */
export class NotEditable extends Error {
  /** 1-based. */
  readonly line: number;

  constructor(node: Node, reason: string) {
    super(reason);
    this.line = node.getStartLineNumber();
  }
}

/**
 * Opens canonical text for an edit.
 * @throws CliError `UNREADABLE` when the file has a syntax error.
 */
export function openDraft(path: AppPath, text: string): CodeDraft {
  const source = parseSource(path, text);
  return { path, text, source, style: codeStyleOf(source), output: new TextOutput(text) };
}
