import type { CallExpression, ClassDeclaration, Node, SourceFile, VariableDeclaration } from 'ts-morph';
import { SyntaxKind } from 'ts-morph';
import type { CodeAnchor } from '../model/edit.ts';
import { NotEditable } from './draft.ts';
import { unwrap } from './literals.ts';

/**
 * The expression or the type an anchor names. `{ kind: 'variable', name: 'default' }` is the default export.
 * `undefined` stands for an argument that a call doesn't have yet.
 * @throws NotEditable when the anchor is absent or stands for more than one place.
 */
export function findAnchor(source: SourceFile, anchor: CodeAnchor): Node | undefined {
  switch (anchor.kind) {
    case 'variable':
      return findVariable(source, anchor.name);
    case 'type':
      return findType(source, anchor.name);
    case 'call':
      return unwrapped(findCall(source, anchor.callee).getArguments()[anchor.argument]);
    case 'decorator':
      return findDecorated(source, anchor);
  }
}

/** The only call of a name, as written (`bootstrapApplication`, `ng.bootstrapApplication`). */
export function findCall(source: SourceFile, callee: string): CallExpression {
  const calls = callsOf(source, callee);
  const [call] = calls;
  if (call === undefined) throw new NotEditable(source, `There is no call of ${callee}() in this file any more.`);
  if (calls[1] !== undefined) throw new NotEditable(calls[1], `${callee}() is called more than once in this file.`);
  return call;
}

function callsOf(source: SourceFile, callee: string): CallExpression[] {
  return source
    .getDescendantsOfKind(SyntaxKind.CallExpression)
    .filter((call) => call.getExpression().getText() === callee);
}

function findDecorated(source: SourceFile, anchor: Extract<CodeAnchor, { kind: 'decorator' }>): Node | undefined {
  const { className, decorator: name } = anchor;
  const found = source
    .getDescendantsOfKind(SyntaxKind.ClassDeclaration)
    .filter((one) => classNameOf(one) === className);
  const [declaration, second] = found;
  if (declaration === undefined) throw new NotEditable(source, `There is no class ${className} in this file any more.`);
  if (second !== undefined) throw new NotEditable(second, `More than one class in this file is called ${className}.`);
  const decorator = declaration.getDecorators().find((one) => one.getFullName() === name);
  if (decorator === undefined) throw new NotEditable(declaration, `${className} has no @${name}() any more.`);
  return unwrapped(decorator.getArguments()[0]);
}

/** How an anchor names a class; a default export needs no name of its own. */
export function classNameOf(declaration: ClassDeclaration): string {
  return declaration.getName() ?? 'default';
}

function findVariable(source: SourceFile, name: string): Node {
  if (name === 'default') {
    const exported = source.getExportAssignment((one) => !one.isExportEquals());
    if (exported !== undefined) return unwrap(exported.getExpression());
    throw new NotEditable(source, 'This file has no default export any more.');
  }
  const declarations = variablesOf(source).filter((variable) => variable.getName() === name);
  const [declaration] = declarations;
  if (declaration === undefined) throw new NotEditable(source, `There is no variable ${name} in this file any more.`);
  if (declarations[1] !== undefined) {
    throw new NotEditable(declarations[1], `More than one variable in this file is called ${name}.`);
  }
  const value = declaration.getInitializer();
  if (value === undefined) throw new NotEditable(declaration, `${name} has no initial value.`);
  return unwrap(value);
}

function findType(source: SourceFile, name: string): Node {
  const type = source.getInterface(name) ?? source.getTypeAlias(name);
  if (type === undefined) throw new NotEditable(source, `There is no type ${name} in this file any more.`);
  return type;
}

/** Those of each file: trees are never changed, and many edits of one file may share its tree. */
const variables = new WeakMap<SourceFile, readonly VariableDeclaration[]>();

function variablesOf(source: SourceFile): readonly VariableDeclaration[] {
  const known = variables.get(source) ?? source.getDescendantsOfKind(SyntaxKind.VariableDeclaration);
  variables.set(source, known);
  return known;
}

function unwrapped(node: Node | undefined): Node | undefined {
  return node === undefined ? undefined : unwrap(node);
}
