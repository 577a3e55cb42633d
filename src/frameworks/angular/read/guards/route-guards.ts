import type { BinaryExpression } from 'ts-morph';
import { Node, SyntaxKind } from 'ts-morph';
import type { GuardFact } from '../../../../model/facts.ts';
import type { NodePlace } from '../../../../code/follow.ts';
import { originOf } from '../../../../code/imports.ts';
import { unwrap } from '../../../../code/literals.ts';
import { accessOf } from '../../../../code/members.ts';
import type { Modules } from '../../../../code/modules.ts';
import { routeProperty, spreadValue } from '../routes/route-property.ts';
import { guardReader, type WrittenGuard } from './guard-fact.ts';
import { routeData } from './route-data.ts';

const whens = ['canActivate', 'canActivateChild', 'canMatch', 'canLoad'] as const;

/** Reads the guards of a route, and what is known of each. */
export function routeGuards(modules: Modules): (route: NodePlace) => GuardFact[] {
  const factOf = guardReader(modules);
  return (route) => {
    const written = whens.flatMap((when) => {
      const list = routeProperty(modules, route, when);
      return list === undefined ? [] : guardsIn(modules, list).map((guard) => ({ ...guard, when }));
    });
    const pipes = spreadPipes(modules, route);
    // The guard of such a spread does what its pipe says, also where a list names it once more.
    const guards = [...written.filter(({ node }) => pipes.length === 0 || !isListOfFire(node)), ...pipes];
    return guards.map((guard) => factOf(withPipe(modules, route, guard), route));
  };
}

/** The expressions of a list of guards: of constants, of lists it spreads, of `mapToCanActivate([…])`. */
function guardsIn(modules: Modules, { path, node: written }: NodePlace): NodePlace[] {
  const node = unwrap(written);
  const classes = mappedClasses(node);
  if (classes !== undefined) return guardsIn(modules, { path, node: classes });
  if (isWithDefault(node)) return guardsIn(modules, { path, node: node.getLeft() });
  if (Node.isConditionalExpression(node))
    return [node.getWhenTrue(), node.getWhenFalse()].flatMap((one) => guardsIn(modules, { path, node: one }));
  const list = listOf(modules, { path, node });
  if (list === undefined || !Node.isArrayLiteralExpression(list.node)) return [{ path, node }];
  return list.node.getElements().flatMap((element) => {
    if (Node.isSpreadElement(element)) return guardsIn(modules, { path: list.path, node: element.getExpression() });
    return [{ path: list.path, node: unwrap(element) }];
  });
}

/** The array an expression stands for, also that of an object by a function of the app: `signedIn().canActivate`. */
function listOf(modules: Modules, place: NodePlace): NodePlace | undefined {
  const list = spreadValue(modules, place);
  const access = list === undefined ? accessOf(place.node) : undefined;
  const owner = access && spreadValue(modules, { path: place.path, node: access.owner });
  const member = access && owner && routeProperty(modules, owner, access.name);
  return member === undefined ? list : spreadValue(modules, member);
}

/** `guards ?? []`, `guards || []`. */
function isWithDefault(node: Node): node is BinaryExpression {
  if (!Node.isBinaryExpression(node)) return false;
  return [SyntaxKind.QuestionQuestionToken, SyntaxKind.BarBarToken].includes(node.getOperatorToken().getKind());
}

function mappedClasses(node: Node): Node | undefined {
  const isMapped = Node.isCallExpression(node) && /^mapToCan[A-Z]/.test(node.getExpression().getText());
  return isMapped ? node.getArguments()[0] : undefined;
}

const FIRE = /^@angular\/fire\b/;

function isOfFire(node: Node): boolean {
  return FIRE.test(originOf(node.getSourceFile(), node.getText())?.specifier ?? '');
}

/** `canActivate(toLogin).canActivate` of AngularFire. */
function isListOfFire(node: Node): boolean {
  const call = accessOf(node)?.owner;
  return Node.isCallExpression(call) && isOfFire(call.getExpression());
}

/** `...canActivate(toLogin)` of AngularFire. */
function spreadPipes(modules: Modules, { path, node }: NodePlace): WrittenGuard[] {
  if (!Node.isObjectLiteralExpression(node)) return [];
  return node.getProperties().flatMap((property) => {
    const call = Node.isSpreadAssignment(property) ? unwrap(property.getExpression()) : undefined;
    if (!Node.isCallExpression(call) || !isOfFire(call.getExpression())) return [];
    const [pipe] = call.getArguments();
    if (pipe === undefined) return [];
    return [{ path, node: pipe, text: property.getText(), when: 'canActivate' as const, returnsPaths: true }];
  });
}

/** AngularFire's guard does what a pipe in the route's `data` says. */
function withPipe(modules: Modules, route: NodePlace, guard: WrittenGuard): WrittenGuard {
  if (!Node.isIdentifier(guard.node) || !isOfFire(guard.node)) return guard;
  const pipe = routeData(modules, route, 'authGuardPipe');
  if (pipe === undefined) return guard;
  return { ...pipe, text: guard.node.getText(), when: guard.when, returnsPaths: true };
}
