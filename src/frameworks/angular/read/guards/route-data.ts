import { Node } from 'ts-morph';
import { wholeText } from '../../../../code/constant-text.ts';
import { follow, isLost, type NodePlace } from '../../../../code/follow.ts';
import { unwrap } from '../../../../code/literals.ts';
import type { Modules } from '../../../../code/modules.ts';
import { bindingOf, declarationAround } from '../../../../code/scope.ts';
import { routeProperty } from '../routes/route-property.ts';

/** What a route has in its `data` by a name. */
export function routeData(modules: Modules, route: NodePlace, name: string): NodePlace | undefined {
  const written = routeProperty(modules, route, 'data');
  const data = written && follow(modules, written);
  return data === undefined || isLost(data) ? undefined : routeProperty(modules, data, name);
}

/** The part of a route's `data` that a guard decides by, to tell it from the same guard with other data. */
export function readDataOf(modules: Modules, route: NodePlace, keys: readonly string[]): string {
  const read = [...keys].sort().flatMap((key) => {
    const value = routeData(modules, route, key);
    return value === undefined ? [] : [`${key}: ${wholeText(modules, value) ?? value.node.getText()}`];
  });
  return read.length === 0 ? '' : ` { ${read.join(', ')} }`;
}

/** `role` of `route.data['role']`, or of `const { role } = route.data`. */
export function dataKeyOf(modules: Modules, place: NodePlace): string | undefined {
  const { node } = place;
  const isMember =
    Node.isBindingElement(node) || Node.isPropertyAccessExpression(node) || Node.isElementAccessExpression(node);
  const members = isMember ? membersOfRoute(modules, place) : undefined;
  if (members === undefined) return undefined;
  const near = members.slice(0, -2);
  const [data, key] = members.slice(-2);
  return data === 'data' && near.every((name) => nearNames.includes(name)) ? key : undefined;
}

const nearNames = ['routeConfig', 'firstChild', 'snapshot'];

/** A function that calls itself with a child of its route ends here. */
const MAX_STEPS = 12;

/** The members that lead from the route a guard is asked about to a value; `undefined` for a value of anything else. */
function membersOfRoute(modules: Modules, { path, node: written }: NodePlace, steps = MAX_STEPS): string[] | undefined {
  const node = unwrap(written);
  const from = (next: Node | undefined, ...names: string[]): string[] | undefined => {
    const start = next && steps > 0 ? membersOfRoute(modules, { path, node: next }, steps - 1) : undefined;
    return start && [...start, ...names];
  };
  if (Node.isIdentifier(node)) return from(declarationAround(node, node.getText()));
  if (Node.isVariableDeclaration(node)) return from(node.getInitializer());
  if (Node.isPropertyAccessExpression(node)) return from(node.getExpression(), node.getName());
  if (Node.isElementAccessExpression(node)) {
    const key = node.getArgumentExpression();
    const name = key && wholeText(modules, { path, node: key });
    return name === undefined ? undefined : from(node.getExpression(), name);
  }
  if (Node.isBindingElement(node)) {
    const { declaration, members } = bindingOf(node);
    return from(declaration, ...members);
  }
  const given = modules.bound?.get(node);
  if (given !== undefined) return steps > 0 ? membersOfRoute(modules, given, steps - 1) : undefined;
  return isRouteParameter(node) ? [] : undefined;
}

/** By its type; without one, the first parameter of a function that is no callback. */
function isRouteParameter(node: Node): boolean {
  if (!Node.isParameterDeclaration(node)) return false;
  const type = node.getTypeNode()?.getText();
  if (type !== undefined) return /(^|\.)(ActivatedRouteSnapshot|Route)$/.test(type);
  const around = node.getParent();
  const isFirst = Node.isParametered(around) && around.getParameters()[0] === node;
  return isFirst && !Node.isCallExpression(around.getParent());
}
