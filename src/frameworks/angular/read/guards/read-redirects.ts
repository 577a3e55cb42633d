import { Node } from 'ts-morph';
import type { AskedClass, StoredKey } from '../../../../model/facts.ts';
import { argumentsOf } from '../../../../code/constant-text.ts';
import { follow, isLost, type NodePlace } from '../../../../code/follow.ts';
import { unwrap } from '../../../../code/literals.ts';
import { accessOf } from '../../../../code/members.ts';
import type { Modules } from '../../../../code/modules.ts';
import { isFunction } from '../../../../code/returns.ts';
import { classNamed, classOf, injectedBy, memberIn, type ClassPlace } from './instances.ts';
import { isNavigation, isResult, redirectPaths } from './redirect-paths.ts';
import { dataKeyOf } from './route-data.ts';
import { storedKey } from './stored-key.ts';

/** What the code of a guard does, as far as it can be followed. */
export interface GuardReading {
  readonly modules: Modules & { readonly bound: Map<Node, NodePlace> };
  readonly sendsTo: Set<string>;
  readonly asks: Map<string, AskedClass>;
  readonly reads: Map<string, StoredKey>;
  /** What is read of the `data` of the guard's route. */
  readonly dataKeys: Set<string>;
  /** Whether texts and lists that are returned are paths, as in AngularFire's pipes. */
  readonly returnsPaths: boolean;
}

/** Where in the calls of a guard the reading is. */
interface Depth {
  readonly calls: readonly Node[];
  /** Inside a service that the guard asks: services of that one are not read. */
  readonly isInService: boolean;
}

const MAX_CALLS = 5;

/** Reads a function, or the call that makes one, in the order of its code. */
export function readRedirects(
  reading: GuardReading,
  place: NodePlace,
  depth: Depth = { calls: [], isInService: false },
): void {
  const { path, node } = place;
  if (depth.calls.includes(node) || depth.calls.length > MAX_CALLS) return;
  const inside = { ...depth, calls: [...depth.calls, node] };
  if (!isFunction(node)) readNode(reading, place, inside);
  node.forEachDescendant((one) => {
    readNode(reading, { path, node: one }, inside);
  });
}

function readNode(reading: GuardReading, { path, node }: NodePlace, depth: Depth): void {
  const key = dataKeyOf(reading.modules, { path, node });
  if (key !== undefined) reading.dataKeys.add(key);
  readStore(reading, { path, node });
  if (Node.isCallExpression(node)) {
    readCall(reading, { path, node }, depth);
  } else if (isResult(node)) {
    readResult(reading, { path, node }, depth);
  } else if (Node.isBinaryExpression(node) && /(^|\.)location(\.href)?$/.test(node.getLeft().getText())) {
    sends(reading, { path, node: node.getRight() });
  }
  if (accessOf(node) !== undefined && !isCalled(node)) readMember(reading, { path, node }, depth);
}

function readStore({ modules, reads }: GuardReading, place: NodePlace): void {
  const stored = storedKey(modules, place);
  if (stored !== undefined) reads.set(`${stored.store} ${stored.key}`, stored);
}

function isCalled(node: Node): boolean {
  const parent = node.getParent();
  return Node.isCallExpression(parent) && parent.getExpression() === node;
}

/** `auth.isSignedIn`: what an accessor does, or what a field was first given. */
function readMember(reading: GuardReading, { path, node }: NodePlace, depth: Depth): void {
  const { modules } = reading;
  const access = accessOf(node);
  if (access === undefined) return;
  const own = Node.isThisExpression(access.owner) ? follow(modules, { path, node: access.owner }) : undefined;
  const service = own === undefined ? classOf(modules, { path, node: access.owner }) : undefined;
  if (service !== undefined && depth.isInService) return;
  const owner =
    own === undefined || isLost(own) || !Node.isClassDeclaration(own.node)
      ? service
      : { path: own.path, node: own.node };
  const member = owner && memberIn(modules, owner, access.name);
  if (member === undefined || depth.calls.includes(member.node)) return;
  if (Node.isGetAccessorDeclaration(member.node))
    readRedirects(reading, member, { ...depth, isInService: depth.isInService || service !== undefined });
  else if (Node.isPropertyDeclaration(member.node) && methodOf(member) === undefined)
    for (const one of [member.node, ...member.node.getDescendants()])
      readStore(reading, { path: member.path, node: one });
}

function readCall(reading: GuardReading, place: NodePlace, depth: Depth): void {
  const { modules } = reading;
  const { path, node } = place;
  if (!Node.isCallExpression(node)) return;
  const token = injectedBy(node);
  if (token !== undefined) {
    const asked = depth.isInService ? undefined : classNamed(modules, { path, node: token });
    if (asked !== undefined) asks(reading, asked);
    return;
  }
  const called = calledBy(modules, { path, node: node.getExpression() });
  if (called !== undefined) {
    if ((called.isOfService && depth.isInService) || depth.calls.includes(called.node)) return;
    for (const [parameter, given] of argumentsOf(place, called.node)) modules.bound.set(parameter, given);
    readRedirects(reading, called, { ...depth, isInService: depth.isInService || called.isOfService });
    return;
  }
  const [first] = node.getArguments();
  if (isNavigation(node) && first !== undefined) sends(reading, { path, node: first });
  else for (const argument of node.getArguments()) readNamed(reading, { path, node: argument }, depth);
}

/** `map(toLogin)`: a function that is handed over by its name. */
function readNamed(reading: GuardReading, { path, node: written }: NodePlace, depth: Depth): void {
  const node = unwrap(written);
  if (!Node.isIdentifier(node) && accessOf(node) === undefined) return;
  const target = follow(reading.modules, { path, node });
  if (!isLost(target) && isFunction(target.node)) readRedirects(reading, target, depth);
}

/** The function of the app that a call runs; a method of a class that the guard only has an instance of is of a service. */
function calledBy(modules: Modules, { path, node }: NodePlace): (NodePlace & { isOfService: boolean }) | undefined {
  const callee = unwrap(node);
  const access = accessOf(callee);
  const isName = Node.isIdentifier(callee) || access !== undefined;
  const target = isName ? follow(modules, { path, node: callee }) : undefined;
  if (target !== undefined && !isLost(target) && isFunction(target.node)) return { ...target, isOfService: false };
  if (access === undefined) return undefined;
  const isSuper = Node.isSuperExpression(access.owner);
  const owner = isSuper ? baseAround(modules, { path, node }) : classOf(modules, { path, node: access.owner });
  const member = owner && memberIn(modules, owner, access.name);
  const method = member && methodOf(member);
  return method && { ...method, isOfService: !isSuper };
}

function baseAround(modules: Modules, { path, node }: NodePlace): ClassPlace | undefined {
  const base = node.getFirstAncestor(Node.isClassDeclaration)?.getExtends()?.getExpression();
  return base && classNamed(modules, { path, node: base });
}

/** The function a member of a class is: a method, or a field that holds an arrow function. */
export function methodOf({ path, node }: NodePlace): NodePlace | undefined {
  const value = Node.isPropertyDeclaration(node) ? node.getInitializer() : node;
  const inner = value && unwrap(value);
  return inner !== undefined && isFunction(inner) ? { path, node: inner } : undefined;
}

/** A tree that is made elsewhere, as `return this.loginTree`; a path where the result is one. */
function readResult(reading: GuardReading, { path, node: written }: NodePlace, depth: Depth): void {
  const node = unwrap(written);
  if (reading.returnsPaths && (Node.isStringLiteral(node) || Node.isArrayLiteralExpression(node))) {
    sends(reading, { path, node });
    return;
  }
  if (!Node.isIdentifier(node) && accessOf(node) === undefined) return;
  const target = follow(reading.modules, { path, node });
  if (isLost(target) || !isNavigation(target.node)) return;
  const isReadAnyway = depth.calls.some((around) => target.node.getAncestors().includes(around));
  if (!isReadAnyway) readCall(reading, target, depth);
}

function sends({ modules, sendsTo }: GuardReading, target: NodePlace): void {
  for (const path of redirectPaths(modules, target)) sendsTo.add(path);
}

export function asks({ asks: asked }: GuardReading, { path, node }: ClassPlace): void {
  const name = node.getName();
  if (name !== undefined) asked.set(`${path}#${name}`, { name, path });
}
