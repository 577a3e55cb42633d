import ts from 'typescript';
import { alternativesOf, isRemovable } from './alternatives.ts';

/** One small change of a file. */
export interface Mutant {
  /** Below src/core, without its ending. */
  readonly file: string;
  /** The function that it is in, or nothing. */
  readonly in: string;
  /** The lines that change, as they are and as they become: together with the above, its name. */
  readonly replace: string;
  readonly by: string;
  readonly line: number;
}

interface Instrumented {
  /** The file with all its mutants in it: `$(id)` says which of them is the one that counts. */
  readonly text: string;
  readonly mutants: readonly Mutant[];
}

/** Longer than that, and a line says no more. */
const LONGEST = 200;

/** @param first the number of its first mutant */
export function instrument(file: string, source: string, first: number): Instrumented {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
  const mutants: Mutant[] = [];
  const names = new Map<string, number>();
  return { text: within(tree), mutants };

  /** The text of a node, with the mutants of it and of what is in it. */
  function emit(node: ts.Node): string {
    if (ts.isStatement(node) && isRemovable(node)) return `{ if (!$(${note(node, '')})) ${within(node)} }`;
    if (isMember(node))
      return `...($(${note(node, '')}) ? ${ts.isObjectLiteralExpression(node.parent) ? '{}' : '[]'} : ${asSpread(node)})`;
    return wrapped(node);
  }

  function wrapped(node: ts.Node): string {
    const text = within(node);
    if (!isReplaceable(node)) return text;
    const others = alternativesOf(node).map((other) => `$(${note(node, other)}) ? (${other}) : `);
    return others.length === 0 ? text : `(${others.join('')}(${text}))`;
  }

  function within(node: ts.Node): string {
    let text = '';
    let at = node.getStart();
    for (const child of childrenOf(node)) {
      text += source.slice(at, child.getStart()) + emit(child);
      at = child.getEnd();
    }
    return text + source.slice(at, node.getEnd());
  }

  /** What a member comes to when it is not left out. */
  function asSpread(node: ts.Node): string {
    if (ts.isSpreadAssignment(node) || ts.isSpreadElement(node)) return emit(node.expression);
    return ts.isObjectLiteralExpression(node.parent) ? `{${within(node)}}` : `[${wrapped(node)}]`;
  }

  function note(node: ts.Node, by: string): number {
    const mutant = { ...linesOf(node, by), file, in: functionOf(node) };
    const name = `${mutant.in} ${mutant.replace} ${mutant.by}`;
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    mutants.push(count === 1 ? mutant : { ...mutant, by: `${mutant.by} (#${String(count)})` });
    return first + mutants.length - 1;
  }

  /** The whole lines that a node stands in, before and after. */
  function linesOf(node: ts.Node, by: string) {
    const [start, end] = [node.getStart(), node.getEnd()];
    const from = source.lastIndexOf('\n', start - 1) + 1;
    const to = source.includes('\n', end) ? source.indexOf('\n', end) : source.length;
    const after = source.slice(from, start) + by + source.slice(end, to);
    const line = tree.getLineAndCharacterOfPosition(start).line + 1;
    return { replace: flat(source.slice(from, to)), by: flat(after), line };
  }
}

function flat(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)} …` : line;
}

/** What of a node runs and may change: no types, no names, nothing that is assigned to. */
function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    if (!isLeftAlone(child, node)) children.push(child);
  });
  return children;
}

function isLeftAlone(child: ts.Node, parent: ts.Node): boolean {
  if (ts.isTypeNode(child) || ts.isInterfaceDeclaration(child) || ts.isTypeAliasDeclaration(child)) return true;
  if (ts.isImportDeclaration(child) || ts.isExportDeclaration(child) || ts.isHeritageClause(child)) return true;
  if (ts.isTypeParameterDeclaration(child) || ts.isModifier(child)) return true;
  if (ts.isVariableStatement(child) && child.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword))
    return true;
  if (isAssignment(parent) && parent.left === child) return true;
  return isNameOf(child, parent);
}

function isNameOf(child: ts.Node, parent: ts.Node): boolean {
  const { name } = parent as { name?: ts.Node };
  return name === child && !ts.isObjectBindingPattern(child) && !ts.isArrayBindingPattern(child);
}

function isAssignment(node: ts.Node): node is ts.BinaryExpression {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    node.operatorToken.kind <= ts.SyntaxKind.LastAssignment
  );
}

/** An expression whose place another one can take. */
function isReplaceable(node: ts.Node): node is ts.Expression {
  const { parent } = node;
  if (!ts.isExpression(node) || ts.isObjectLiteralExpression(node) || ts.isFunctionLike(node)) return false;
  // In parentheses it would be a call without its receiver, or a chain that does not end where it did.
  if (ts.isCallExpression(parent) && parent.expression === node) return false;
  if (ts.isOptionalChain(parent) && (parent as ts.PropertyAccessExpression).expression === node) return false;
  return !ts.isPrefixUnaryExpression(parent) || parent.operator !== ts.SyntaxKind.PlusPlusToken;
}

function isMember(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isMethodDeclaration(node) || ts.isAccessor(node)) return false;
  if (ts.isObjectLiteralExpression(parent)) return true;
  return (ts.isArrayLiteralExpression(parent) && ts.isExpression(node)) || ts.isSpreadElement(node);
}

function functionOf(node: ts.Node): string {
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) {
    if ((ts.isFunctionDeclaration(at) || ts.isMethodDeclaration(at) || ts.isAccessor(at)) && at !== node)
      return at.name?.getText() ?? '';
    if (ts.isConstructorDeclaration(at)) return 'constructor';
  }
  return '';
}
