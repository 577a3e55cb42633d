import type { SourceFile } from 'ts-morph';
import { ts } from 'ts-morph';
import type { TextStyle } from './text-style.ts';
import { textStyleOf } from './text-style.ts';

/** How a TypeScript file is written, as far as inserted code has to follow it. */
export interface CodeStyle extends TextStyle {
  readonly quote: "'" | '"';
  readonly semicolons: boolean;
  /** `{ a }` or `{a}`. */
  readonly bracePad: '' | ' ';
  /** `(m) => m` or `m => m`. */
  readonly arrowParens: boolean;
}

/** What the framework's own tools write; for code whose file is not at hand. */
export const usualStyle: CodeStyle = {
  indent: '  ',
  trailingComma: true,
  quote: "'",
  semicolons: true,
  bracePad: ' ',
  arrowParens: true,
};

type Feature = 'quote' | 'semicolon' | 'comma' | 'pad' | 'parens';

/** Votes: positive for `"`, for semicolons, trailing commas, `{ a }`, `(m) =>`. */
type Votes = Record<Feature, number>;

/**
 * The majority in the file decides; where there is none, {@link usualStyle}. Each edit asks anew, so the compiler's nodes
 * are looked at as they are: wrapping all of a long file costs more than to parse it.
 */
export function codeStyleOf(source: SourceFile): CodeStyle {
  const file = source.compilerNode;
  const votes: Votes = { quote: 0, semicolon: 0, comma: 0, pad: 0, parens: 0 };
  const visit = (node: ts.Node): void => {
    vote(votes, { node, text: file.text.slice(node.getStart(file), node.end) });
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return {
    ...textStyleOf(source.getFullText(), votes.comma >= 0),
    quote: votes.quote > 0 ? '"' : "'",
    semicolons: votes.semicolon >= 0,
    bracePad: votes.pad >= 0 ? ' ' : '',
    arrowParens: votes.parens >= 0,
  };
}

interface Voter {
  readonly node: ts.Node;
  readonly text: string;
}

function vote(votes: Votes, { node, text }: Voter): void {
  if (ts.isStringLiteral(node)) votes.quote += sign(text.startsWith('"'));
  else if (ts.isImportDeclaration(node) || ts.isVariableStatement(node) || ts.isExpressionStatement(node)) {
    votes.semicolon += sign(text.endsWith(';'));
  } else if (ts.isArrowFunction(node)) voteForParens(votes, text);
  const items = itemsOf(node);
  if (items !== undefined && items.length > 0) voteForList(votes, text, items);
}

function voteForParens(votes: Votes, text: string): void {
  if (/^\(\s*\w+\s*\)\s*=>/.test(text)) votes.parens += 1;
  else if (/^\w+\s*=>/.test(text)) votes.parens -= 1;
}

function voteForList(votes: Votes, text: string, { hasTrailingComma }: ts.NodeArray<ts.Node>): void {
  if (/^\{\s*\n/.test(text)) votes.comma += sign(hasTrailingComma);
  else votes.pad += sign(text.charAt(1) === ' ');
}

function itemsOf(node: ts.Node): ts.NodeArray<ts.Node> | undefined {
  if (ts.isObjectLiteralExpression(node)) return node.properties;
  return ts.isNamedImports(node) ? node.elements : undefined;
}

function sign(yes: boolean): 1 | -1 {
  return yes ? 1 : -1;
}
