import type { ArrowFunction, ClassDeclaration, FunctionExpression, MethodDeclaration } from 'ts-morph';
import { Node } from 'ts-morph';
import type { AppPath } from '../../../model/tree.ts';
import { follow, isLost } from '../../../code/follow.ts';
import type { Modules } from '../../../code/modules.ts';

/** A class of the app, in its file. */
export interface AppClass {
  readonly path: AppPath;
  readonly name: string;
  readonly node: ClassDeclaration;
}

/** A method, or a field that is a function. */
export interface AppMethod {
  readonly name: string;
  readonly body: MethodDeclaration | ArrowFunction | FunctionExpression;
  /** 1-based. */
  readonly line: number;
}

export function openClass(modules: Modules, path: AppPath, name: string): AppClass | undefined {
  const source = modules.open(path);
  const node = source?.getClass(name) ?? source?.getClass((one) => name === 'default' && one.isDefaultExport());
  return node === undefined ? undefined : { path, name, node };
}

/** Below its decorators. */
export function lineOf({ node }: AppClass): number {
  return (node.getNameNode() ?? node).getStartLineNumber();
}

export function methodsOf({ node }: AppClass): AppMethod[] {
  return node.getMembers().flatMap((member): AppMethod[] => {
    if (Node.isMethodDeclaration(member))
      return [{ name: member.getName(), body: member, line: member.getNameNode().getStartLineNumber() }];
    if (!Node.isPropertyDeclaration(member)) return [];
    const value = member.getInitializer();
    const isFunction = Node.isArrowFunction(value) || Node.isFunctionExpression(value);
    return isFunction ? [{ name: member.getName(), body: value, line: member.getNameNode().getStartLineNumber() }] : [];
  });
}

/** The classes of the app that a class gets injected, by the names it has for them. */
export function injectedInto(modules: Modules, { path, node }: AppClass): ReadonlyMap<string, AppClass> {
  const found = new Map<string, AppClass>();
  for (const [name, type] of [...parametersOf(node), ...fieldsOf(node)]) {
    const target = follow(modules, { path, node: type });
    if (isLost(target) || !Node.isClassDeclaration(target.node) || target.path.startsWith('../')) continue;
    found.set(name, { path: target.path, name: target.node.getName() ?? 'default', node: target.node });
  }
  return found;
}

/** What a class calls an instance of another one that it holds, if it does. */
export function heldAs({ node }: AppClass, className: string): string | undefined {
  const held = [...parametersOf(node), ...fieldsOf(node)].find(([, type]) => type.getText() === className);
  return held?.[0];
}

function parametersOf(node: ClassDeclaration): [string, Node][] {
  const parameters = node.getConstructors().flatMap((one) => one.getParameters());
  return parameters.flatMap((parameter) => named(parameter.getName(), parameter.getTypeNode()));
}

function fieldsOf(node: ClassDeclaration): [string, Node][] {
  return node.getProperties().flatMap((property) => {
    const value = property.getInitializer();
    if (Node.isCallExpression(value) && value.getExpression().getText() === 'inject')
      return named(property.getName(), value.getArguments()[0]);
    return named(property.getName(), property.getTypeNode());
  });
}

function named(name: string, type: Node | undefined): [string, Node][] {
  const identifier = Node.isTypeReference(type) ? type.getTypeName() : type;
  return Node.isIdentifier(identifier) ? [[name, identifier]] : [];
}
