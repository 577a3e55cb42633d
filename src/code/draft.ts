import type { Node, SourceFile } from 'ts-morph';
import type { AppPath } from '../model/tree.ts';
import type { ByHand } from './by-hand.ts';
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
  /** What edits of this draft import, which its tree does not have yet: the local names, by module and name. */
  readonly brought: Map<string, string>;
}

/** Thrown where the code has a shape that can't be edited; it becomes a step for a person. */
export class NotEditable extends Error {
  /** 1-based. */
  readonly line: number;
  readonly byHand: Partial<ByHand> | undefined;

  /** @param byHand what a person adds here, where it isn't what they add elsewhere */
  constructor(node: Node, reason: string, byHand?: Partial<ByHand>) {
    super(reason);
    this.line = node.getStartLineNumber();
    this.byHand = byHand;
  }
}

/** Thrown where a name that the inserted code needs means something else in the file. */
export class NameTaken extends NotEditable {
  readonly taken: string;

  constructor(node: Node, name: string) {
    super(node, `The name ${name} means something else in this file.`);
    this.taken = name;
  }
}

/**
 * Opens canonical text for an edit.
 * @throws CliError `UNREADABLE` when the file has a syntax error.
 */
export function openDraft(path: AppPath, text: string): CodeDraft {
  const source = parseSource(path, text);
  return { path, text, source, style: codeStyleOf(source), brought: new Map(), output: new TextOutput(text) };
}
