import { Node } from 'ts-morph';
import type { AskedClass, GuardFact, StoredKey } from '../../../../model/facts.ts';
import type { NodePlace } from '../../../../code/follow.ts';
import { unwrap } from '../../../../code/literals.ts';
import { accessOf } from '../../../../code/members.ts';
import type { Modules } from '../../../../code/modules.ts';
import { returnsOf } from '../../../../code/returns.ts';
import { classNamed, classOfDeclared, injectedBy, memberIn, withBases, type ClassPlace } from './instances.ts';
import { asks, methodOf, readRedirects, type GuardReading } from './read-redirects.ts';

/** What decides which code of a guard runs. */
export interface GuardKind {
  readonly when: GuardFact['when'];
  /** Whether it gives paths, as AngularFire's pipes do. */
  readonly returnsPaths?: boolean;
}

/** What the code of a guard says, whatever route it stands in. */
export interface GuardCode {
  readonly sendsTo: readonly string[];
  readonly asks: readonly AskedClass[];
  readonly reads: readonly StoredKey[];
  /** What it reads of the `data` of its route. */
  readonly dataKeys: readonly string[];
  /** The class behind `() => inject(AuthGuard).canActivate()`. */
  readonly injected?: NodePlace;
}

/** Reads the code of a guard once: many routes name the same one, or write the same call of a factory. */
export function guardCodeReader(modules: Modules): (written: NodePlace & GuardKind, target: NodePlace) => GuardCode {
  const known = new Map<string, GuardCode>();
  return (written, target) => {
    const isInPlace = target.node === unwrap(written.node);
    const code = isInPlace ? target.node.getText() : String(target.node.getPos());
    const key = [written.when, written.returnsPaths === true, target.path, isInPlace, code].join(' ');
    const read = known.get(key) ?? guardCode(modules, target, written);
    known.set(key, read);
    return read;
  };
}

function guardCode(modules: Modules, target: NodePlace, { when, returnsPaths = false }: GuardKind): GuardCode {
  const reading: GuardReading = {
    modules: { ...modules, bound: new Map() },
    sendsTo: new Set(),
    asks: new Map(),
    reads: new Map(),
    dataKeys: new Set(),
    returnsPaths,
  };
  const injected = injectedGuard(modules, target);
  const asked = injected ?? target;
  if (Node.isClassDeclaration(asked.node)) readClass(reading, { path: asked.path, node: asked.node }, when);
  else readRedirects(reading, asked);
  return {
    sendsTo: [...reading.sendsTo],
    asks: [...reading.asks.values()],
    reads: [...reading.reads.values()],
    dataKeys: [...reading.dataKeys],
    ...(injected === undefined ? {} : { injected }),
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
