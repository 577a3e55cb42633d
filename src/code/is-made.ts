import { Node, SyntaxKind, type SourceFile } from 'ts-morph';
import type { MadeInCode } from '../model/follow-up.ts';
import type { AppPath } from '../model/tree.ts';
import { countReferences } from './count-references.ts';
import { localName } from './imports.ts';
import { pointsTo } from './module-path.ts';
import { parseLoosely } from './source-file.ts';

type Call = Extract<MadeInCode, { kind: 'call' }>;
type Body = Extract<MadeInCode, { kind: 'body' }>;

/** A file, and what it is generated as, where it is a generated one. */
interface Written {
  readonly path: AppPath;
  readonly text: string;
  readonly generated: string | undefined;
}

/** Has a person made this change in this file? A comment is no code. */
export function isMade(made: MadeInCode, { path, text, generated = '' }: Written): boolean {
  if (made.kind === 'call') return isCalled(made, path, text);
  if (made.kind === 'use') return text.includes(made.of.name) && countReferences(path, text, made.of) > 0;
  const ours = new Set(statementsOf(made, path, generated));
  return statementsOf(made, path, text).some((statement) => !ours.has(statement));
}

function isCalled({ of: { name, from }, methods }: Call, path: AppPath, text: string): boolean {
  // Most files name neither: they need no parser.
  if (!text.includes(name) || !methods.some((method) => text.includes(method))) return false;
  const source = parseLoosely(path, text);
  const local = localName(source, { name, from: (specifier) => pointsTo(path, specifier, from) });
  if (local === undefined) return false;
  const holders = namesHolding(source, local);
  return source.getDescendantsOfKind(SyntaxKind.CallExpression).some((call) => {
    const callee = call.getExpression();
    if (!Node.isPropertyAccessExpression(callee) || !methods.includes(callee.getName())) return false;
    const owner = bare(callee.getExpression());
    return holders.has(lastName(owner)) || takes(owner, local);
  });
}

/** Fields, parameters and variables that are declared with the class, or got from an injector by it. */
export function namesHolding(source: SourceFile, local: string): ReadonlySet<string> {
  const names = source.getDescendants().flatMap((node) => {
    if (!Node.isPropertyDeclaration(node) && !Node.isParameterDeclaration(node) && !Node.isVariableDeclaration(node))
      return [];
    const initial = node.getInitializer();
    const isHolder = node.getTypeNode()?.getText() === local || (initial !== undefined && takes(bare(initial), local));
    return isHolder ? [node.getName()] : [];
  });
  return new Set(names);
}

/** `inject(Name)`, `injector.get(Name)`. */
function takes(node: Node, local: string): boolean {
  return Node.isCallExpression(node) && node.getArguments().some((argument) => argument.getText() === local);
}

function lastName(node: Node): string {
  return Node.isPropertyAccessExpression(node) ? node.getName() : node.getText();
}

function bare(node: Node): Node {
  return Node.isNonNullExpression(node) || Node.isParenthesizedExpression(node) ? bare(node.getExpression()) : node;
}

/** As far as a formatter leaves them. */
function statementsOf({ className, method }: Body, path: AppPath, text: string): string[] {
  const statements = parseLoosely(path, text).getClass(className)?.getMethod(method)?.getStatements() ?? [];
  return statements.map((statement) =>
    statement
      .getText()
      .replaceAll(/[\s;,]/g, '')
      .replaceAll('"', "'"),
  );
}
