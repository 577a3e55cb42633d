import MagicString from 'magic-string';
import type { Node, SourceFile } from 'ts-morph';
import type { AppPath } from '../model/tree.ts';
import type { CodeStyle } from './code-style.ts';
import { codeStyleOf } from './code-style.ts';
import { withoutBom } from './text-style.ts';
import type { TextDraft } from './list-literal.ts';
import { parseSource } from './source-file.ts';

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

/** @throws CliError `UNREADABLE` when the file has a syntax error. */
export function openDraft(path: AppPath, text: string): CodeDraft {
  const body = withoutBom(text);
  const source = parseSource(path, body);
  return { path, text: body, source, style: codeStyleOf(source), output: new MagicString(body) };
}
