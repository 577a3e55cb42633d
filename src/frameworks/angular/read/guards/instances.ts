import type { ClassDeclaration } from 'ts-morph';
import { Node } from 'ts-morph';
import { follow, isLost, type NodePlace } from '../../../../code/follow.ts';
import { propertyName, unwrap } from '../../../../code/literals.ts';
import { accessOf } from '../../../../code/members.ts';
import type { Modules } from '../../../../code/modules.ts';
import { declarationAround } from '../../../../code/scope.ts';

/** A class of the app, and the file it is written in. */
export interface ClassPlace extends NodePlace {
  readonly node: ClassDeclaration;
}

/** A class may extend another, and that one a third: more is not read. */
const MAX_BASES = 3;

/** A class and those it extends, itself first. */
export function withBases(modules: Modules, own: ClassPlace): ClassPlace[] {
  const classes = [own];
  while (classes.length <= MAX_BASES) {
    const last = classes.at(-1);
    const base = last?.node.getExtends()?.getExpression();
    const next = last && base && classNamed(modules, { path: last.path, node: base });
    if (next === undefined) break;
    classes.push(next);
  }
  return classes;
}

/** The class a name stands for, where the app declares it. */
export function classNamed(modules: Modules, place: NodePlace): ClassPlace | undefined {
  const target = follow(modules, place);
  return !isLost(target) && Node.isClassDeclaration(target.node) ? { path: target.path, node: target.node } : undefined;
}

/** The class of the app that an expression has an instance of: injected, a field, a parameter, or made here. */
export function classOf(modules: Modules, { path, node: written }: NodePlace): ClassPlace | undefined {
  const node = unwrap(written);
  if (Node.isNewExpression(node)) return classNamed(modules, { path, node: node.getExpression() });
  if (Node.isCallExpression(node)) {
    const token = injectedBy(node);
    return token && classNamed(modules, { path, node: token });
  }
  if (Node.isIdentifier(node)) {
    const declared = declarationAround(node, node.getText());
    return declared && classOfDeclared(modules, { path, node: declared });
  }
  const access = accessOf(node);
  const owner =
    access && Node.isThisExpression(access.owner) ? follow(modules, { path, node: access.owner }) : undefined;
  if (access === undefined || owner === undefined || isLost(owner) || !Node.isClassDeclaration(owner.node))
    return undefined;
  const member = memberIn(modules, { path: owner.path, node: owner.node }, access.name);
  return member && classOfDeclared(modules, member);
}

/** `X` of `inject(X)` and of `injector.get(X)`. */
export function injectedBy(call: Node): Node | undefined {
  if (!Node.isCallExpression(call)) return undefined;
  const callee = call.getExpression();
  const isGet = Node.isPropertyAccessExpression(callee) && /injector$/i.test(callee.getExpression().getText());
  return callee.getText() === 'inject' || (isGet && callee.getName() === 'get') ? call.getArguments()[0] : undefined;
}

/** A member of a class by its name, also a parameter of the constructor, or one that a base class has. */
export function memberIn(modules: Modules, own: ClassPlace, name: string): NodePlace | undefined {
  for (const { path, node } of withBases(modules, own)) {
    const parameters = node.getConstructors().flatMap((one) => one.getParameters());
    const member =
      node.getMembers().find((one) => propertyName(one) === name && !Node.isMethodSignature(one) && !isAbstract(one)) ??
      parameters.find((one) => one.getName() === name);
    if (member !== undefined) return { path, node: member };
  }
  return undefined;
}

/** The class a parameter, a variable or a field is declared to hold. */
export function classOfDeclared(modules: Modules, { path, node }: NodePlace): ClassPlace | undefined {
  const given = modules.bound?.get(node);
  if (given !== undefined) return classOf(modules, given);
  const isTyped =
    Node.isParameterDeclaration(node) || Node.isVariableDeclaration(node) || Node.isPropertyDeclaration(node);
  if (!isTyped) return undefined;
  const initializer = node.getInitializer();
  const held = initializer && classOf(modules, { path, node: initializer });
  const type = node.getTypeNode();
  if (held !== undefined || !Node.isTypeReference(type)) return held;
  return classNamed(modules, { path, node: type.getTypeName() });
}

function isAbstract(member: Node): boolean {
  return Node.isAbstractable(member) && member.isAbstract();
}
