import { Node } from 'ts-morph';
import type { FilePosition, GuardFact } from '../../../../model/facts.ts';
import { follow, isLost, type NodePlace } from '../../../../code/follow.ts';
import { unwrap } from '../../../../code/literals.ts';
import type { Modules } from '../../../../code/modules.ts';
import { guardCodeReader, type GuardKind } from './guard-code.ts';
import { readDataOf } from './route-data.ts';

/** One guard of a route, as the expression stands there. */
export interface WrittenGuard extends NodePlace, GuardKind {
  /** How it stands in the route, where that is not the expression. */
  readonly text?: string;
}

/** Tells what is known of a guard of a route; the code of each is read once, however many routes have it. */
export function guardReader(modules: Modules): (guard: WrittenGuard, route: NodePlace) => GuardFact {
  const read = guardCodeReader(modules);
  return (guard, route) => {
    const { path, node, when } = guard;
    const text = guard.text ?? node.getText();
    const target = follow(modules, { path, node });
    if (isLost(target)) return { text, id: text, when, sendsTo: [] };
    const { sendsTo, asks, reads, dataKeys, injected } = read(guard, target);
    const { id, at } = declared(modules, { path, node }, injected ?? target);
    return {
      text,
      id: `${id}${readDataOf(modules, route, dataKeys)}`,
      ...(at === undefined ? {} : { at }),
      when,
      sendsTo,
      ...(asks.length === 0 ? {} : { asks }),
      ...(reads.length === 0 ? {} : { reads }),
    };
  };
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
