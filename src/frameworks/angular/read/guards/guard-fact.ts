import { Node } from 'ts-morph';
import type { FilePosition, GuardFact } from '../../../../model/facts.ts';
import { follow, isLost, type NodePlace } from '../../../../code/follow.ts';
import { unwrap } from '../../../../code/literals.ts';
import { accessOf } from '../../../../code/members.ts';
import type { Modules } from '../../../../code/modules.ts';
import { returnsOf } from '../routes/returns.ts';
import { classNamed, classOfDeclared, injectedBy, memberIn, withBases, type ClassPlace } from './instances.ts';
import { asks, methodOf, readRedirects, type GuardReading } from './read-redirects.ts';

/** One guard of a route, as the expression stands there. */
export interface WrittenGuard extends NodePlace {
  readonly when: GuardFact['when'];
  /** How it stands in the route, where that is not the expression. */
  readonly text?: string;
  /** Whether it gives paths, as AngularFire's pipes do. */
  readonly returnsPaths?: boolean;
}

/** What is known of a guard by reading its code. */
export function guardFact(modules: Modules, guard: WrittenGuard): GuardFact {
  const { path, node, when } = guard;
  const text = guard.text ?? node.getText();
  const target = follow(modules, { path, node });
  if (isLost(target)) return { text, id: text, when, sendsTo: [] };
  const reading: GuardReading = {
    modules: { ...modules, bound: new Map() },
    sendsTo: new Set(),
    asks: new Map(),
    returnsPaths: guard.returnsPaths === true,
  };
  const asked = injectedGuard(modules, target) ?? target;
  if (Node.isClassDeclaration(asked.node)) readClass(reading, { path: asked.path, node: asked.node }, when);
  else readRedirects(reading, asked);
  return {
    text,
    ...declared(modules, { path, node }, asked),
    when,
    sendsTo: [...reading.sendsTo],
    ...(reading.asks.size === 0 ? {} : { asks: [...reading.asks.values()] }),
  };
}

/** The guard's method, with what its class is given. */
function readClass(reading: GuardReading, own: ClassPlace, when: GuardFact['when']): void {
  const { modules } = reading;
  for (const { path, node } of withBases(modules, own)) {
    if (node !== own.node) modules.bound.set(node, own);
    const parameters = node.getConstructors().flatMap((one) => one.getParameters());
    for (const one of [...parameters, ...node.getInstanceProperties()]) {
      const asked = Node.isGetAccessorDeclaration(one) ? undefined : classOfDeclared(modules, { path, node: one });
      if (asked !== undefined) asks(reading, asked);
    }
  }
  const member = memberIn(modules, own, when);
  const method = member && methodOf(member);
  if (method !== undefined) readRedirects(reading, method);
}

/** The class behind `() => inject(AuthGuard).canActivate()`. */
function injectedGuard(modules: Modules, { path, node }: NodePlace): NodePlace | undefined {
  const [call, second] = returnsOf(node);
  const callee = Node.isCallExpression(call) && second === undefined ? call.getExpression() : undefined;
  const access = callee && accessOf(callee);
  const isGuard = access !== undefined && /^can(Activate|ActivateChild|Match|Load)$/.test(access.name);
  const token = isGuard ? injectedBy(access.owner) : undefined;
  return token && classNamed(modules, { path, node: token });
}

/** Its file and name, with the arguments of a factory, whose declaration stands for that of the guard. */
function declared(modules: Modules, written: NodePlace, target: NodePlace): Pick<GuardFact, 'id' | 'at'> {
  const node = unwrap(written.node);
  if (target.node !== node || !Node.isCallExpression(node))
    return { id: `${target.path}#${nameOf(target, node)}`, at: positionOf(target) };
  const factory = follow(modules, { path: written.path, node: node.getExpression() });
  if (isLost(factory)) return { id: node.getText() };
  const given = node.getArguments().map((one) => one.getText());
  const name = nameOf(factory, node.getExpression());
  return { id: `${factory.path}#${name}(${given.join(', ')})`, at: positionOf(factory) };
}

function nameOf({ node, anchor }: NodePlace, written: Node): string {
  if (anchor?.kind === 'variable' && anchor.name !== 'default') return anchor.name;
  const isNamed = Node.isClassDeclaration(node) || Node.isFunctionDeclaration(node);
  return (isNamed ? node.getName() : undefined) ?? anchorName(anchor) ?? written.getText();
}

function anchorName(anchor: NodePlace['anchor']): string | undefined {
  return anchor?.kind === 'variable' ? anchor.name : undefined;
}

/** Of the value of a variable, that of the variable. */
function positionOf({ path, node }: NodePlace): FilePosition {
  const variable = node.getParent();
  return { path, line: (Node.isVariableDeclaration(variable) ? variable : node).getStartLineNumber() };
}
