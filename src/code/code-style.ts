import type { SourceFile } from 'ts-morph';
import { Node, ts } from 'ts-morph';
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

/** The majority in the file decides; where there is none, {@link usualStyle}. */
export function codeStyleOf(source: SourceFile): CodeStyle {
  const votes: Votes = { quote: 0, semicolon: 0, comma: 0, pad: 0, parens: 0 };
  source.forEachDescendant((node) => {
    vote(votes, node);
  });
  return {
    ...textStyleOf(source.getFullText(), votes.comma >= 0),
    quote: votes.quote > 0 ? '"' : "'",
    semicolons: votes.semicolon >= 0,
    bracePad: votes.pad >= 0 ? ' ' : '',
    arrowParens: votes.parens >= 0,
  };
}

function vote(votes: Votes, node: Node): void {
  if (Node.isStringLiteral(node)) votes.quote += sign(node.getText().startsWith('"'));
  else if (Node.isImportDeclaration(node) || Node.isVariableStatement(node) || Node.isExpressionStatement(node)) {
    votes.semicolon += sign(node.getText().endsWith(';'));
  } else if (Node.isArrowFunction(node)) voteForParens(votes, node);
  if (isList(node)) voteForList(votes, node);
}

function voteForParens(votes: Votes, arrow: Node): void {
  const text = arrow.getText();
  if (/^\(\s*\w+\s*\)\s*=>/.test(text)) votes.parens += 1;
  else if (/^\w+\s*=>/.test(text)) votes.parens -= 1;
}

function voteForList(votes: Votes, list: Node): void {
  const text = list.getText();
  const items = list.getChildSyntaxList();
  if (items === undefined || items.getChildCount() === 0) return;
  if (/^[{[]\s*\n/.test(text)) {
    votes.comma += sign(items.getLastChild()?.getKind() === ts.SyntaxKind.CommaToken);
  } else if (text.startsWith('{')) votes.pad += sign(text.charAt(1) === ' ');
}

function isList(node: Node): boolean {
  return Node.isObjectLiteralExpression(node) || Node.isArrayLiteralExpression(node) || Node.isNamedImports(node);
}

function sign(yes: boolean): 1 | -1 {
  return yes ? 1 : -1;
}
