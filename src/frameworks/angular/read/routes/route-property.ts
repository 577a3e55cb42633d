import { Node } from 'ts-morph';
import { follow, isLost, type NodePlace } from '../../../../code/follow.ts';
import { propertyExpression, propertyName } from '../../../../code/literals.ts';
import type { Modules } from '../../../../code/modules.ts';
import { returnedBy } from '../../../../code/returns.ts';

/** A property of a route as the router sees it: in place, or of an object that the route spreads; the last one counts. */
export function routeProperty(modules: Modules, route: NodePlace, name: string): NodePlace | undefined {
  const { path, node } = route;
  if (!Node.isObjectLiteralExpression(node)) return undefined;
  for (const property of [...node.getProperties()].reverse()) {
    if (Node.isSpreadAssignment(property)) {
      const spread = spreadValue(modules, { path, node: property.getExpression() });
      const found = spread && routeProperty(modules, spread, name);
      if (found !== undefined) return found;
    } else if (propertyName(property) === name) {
      const value = propertyExpression(node, name);
      return value && { path, node: value };
    }
  }
  return undefined;
}

/** Whether a route spreads what can't be followed: it may have any property. */
export function hasUnknownSpread(modules: Modules, { path, node }: NodePlace): boolean {
  if (!Node.isObjectLiteralExpression(node)) return false;
  return node.getProperties().some((property) => {
    if (!Node.isSpreadAssignment(property)) return false;
    const spread = spreadValue(modules, { path, node: property.getExpression() });
    return !Node.isObjectLiteralExpression(spread?.node);
  });
}

/** What an expression stands for that is spread, also one that a function of the app only returns. */
export function spreadValue(modules: Modules, { path, node }: NodePlace): NodePlace | undefined {
  const target = follow(modules, { path, node });
  if (isLost(target) || !Node.isCallExpression(target.node)) return isLost(target) ? undefined : target;
  const callee = follow(modules, { path: target.path, node: target.node.getExpression() });
  const returned = isLost(callee) ? undefined : returnedBy(callee.node);
  return isLost(callee) || returned === undefined ? undefined : { path: callee.path, node: returned };
}
