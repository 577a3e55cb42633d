import { Node } from 'ts-morph';
import type { GuardFact } from '../../../../model/facts.ts';
import type { NodePlace } from '../../../../code/follow.ts';
import type { Modules } from '../../../../code/modules.ts';
import { routeProperty } from '../routes/route-property.ts';

/** The guards of a route. */
export function routeGuards(modules: Modules, route: NodePlace): GuardFact[] {
  const guards = routeProperty(modules, route, 'canActivate')?.node;
  const written = Node.isArrayLiteralExpression(guards) ? guards.getElements().map((one) => one.getText()) : [];
  return written.map((text) => ({ text, id: text, when: 'canActivate', sendsTo: [] }));
}
