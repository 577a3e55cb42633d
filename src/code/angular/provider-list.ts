import type { CallExpression } from 'ts-morph';
import { Node, SyntaxKind } from 'ts-morph';
import type { AnchoredFile } from '../../types.ts';
import type { Place } from '../follow.ts';
import { follow, isLost } from '../follow.ts';
import { originOf, refersTo, symbolOf } from '../imports.ts';
import { unwrap } from '../literals.ts';
import type { Modules } from '../modules.ts';
import { httpClientModule, importProvidersFrom, provideHttpClient, rootOf } from './http-providers.ts';

const provideRouter = symbolOf('provideRouter', '@angular/router');
const routerModule = symbolOf('RouterModule', '@angular/router');

/** One provider, or one expression whose providers are written where they can't be read. */
export interface Provider extends Place {
  readonly kind: 'http' | 'router' | 'http-module' | 'router-module' | 'other' | 'unknown';
  /** The object or array literal it stands in. */
  readonly owner: AnchoredFile;
}

/** Every provider of a list, in order, through nested, spread, imported and conditional lists. */
export function providersIn(modules: Modules, list: Place, owner: AnchoredFile): Provider[] {
  const visited = new Set<Node>();
  const visit = (place: Place, around: AnchoredFile): Provider[] => {
    const node = unwrap(place.node);
    if (visited.has(node)) return [];
    visited.add(node);
    const inner = partsOf(modules, { ...place, node }, around);
    const { path } = place;
    if (inner === undefined) return [{ path, node, kind: kindOf(modules, { path, node }), owner: around }];
    const list: Provider[] = inner.name === undefined ? [] : [{ path, node: inner.name, kind: 'other', owner: around }];
    return [...list, ...inner.places.flatMap((part) => visit(part, inner.owner))];
  };
  return visit(list, owner);
}

interface Parts {
  readonly places: readonly Place[];
  readonly owner: AnchoredFile;
  /** The name the parts were found by. */
  readonly name?: Node;
}

/** What a provider expression is made of; `undefined` when it is one provider, or can't be read. */
function partsOf(modules: Modules, { path, node }: Place, owner: AnchoredFile): Parts | undefined {
  const within = (nodes: readonly Node[]): Parts => ({ places: nodes.map((one) => ({ path, node: one })), owner });
  if (Node.isArrayLiteralExpression(node)) return within(node.getElements());
  if (Node.isConditionalExpression(node)) return within([node.getWhenTrue(), node.getWhenFalse()]);
  if (Node.isCallExpression(node) && refersTo(node.getExpression(), importProvidersFrom))
    return within(node.getArguments());
  const value = Node.isSpreadElement(node) ? unwrap(node.getExpression()) : node;
  if (!Node.isIdentifier(value) && !Node.isPropertyAccessExpression(value)) {
    return Node.isSpreadElement(node) ? within([value]) : undefined;
  }
  const target = follow(modules, { path, node: value });
  if (isLost(target) || !Node.isArrayLiteralExpression(target.node)) return undefined;
  const { anchor } = target;
  return { places: [target], name: value, owner: anchor === undefined ? owner : { path: target.path, anchor } };
}

function kindOf(modules: Modules, place: Place): Provider['kind'] {
  const { node } = place;
  if (Node.isObjectLiteralExpression(node)) return 'other';
  if (refersTo(node, httpClientModule)) return 'http-module';
  if (!Node.isCallExpression(node)) return isKnown(modules, place) ? 'other' : 'unknown';
  if (refersTo(node.getExpression(), provideHttpClient)) return 'http';
  if (refersTo(node.getExpression(), provideRouter)) return 'router';
  if (isForRoot(node)) return 'router-module';
  return isKnown(modules, { ...place, node: rootOf(node) }) ? 'other' : 'unknown';
}

function isForRoot(call: CallExpression): boolean {
  const callee = call.getExpression();
  return Node.isPropertyAccessExpression(callee) && refersTo(callee.getExpression(), routerModule);
}

/** Whether an expression is followed to its end, and neither HttpClient nor the router is there. */
function isKnown(modules: Modules, place: Place): boolean {
  const target = follow(modules, { ...place, node: rootOf(place.node) });
  if (isLost(target)) return target.lost === 'package';
  const { node } = target;
  if (Node.isClassDeclaration(node)) return node.getDecorator('NgModule') === undefined;
  if (!Node.isFunctionDeclaration(node) && !Node.isArrowFunction(node) && !Node.isFunctionExpression(node))
    return Node.isObjectLiteralExpression(node);
  return node
    .getDescendantsOfKind(SyntaxKind.Identifier)
    .every((name) => isHarmless(modules, { path: target.path, node: name }));
}

/** Inside a function that makes providers: only what packages export is known not to make more of them. */
function isHarmless(modules: Modules, { path, node }: Place): boolean {
  if ([provideHttpClient, provideRouter, httpClientModule, routerModule].some((one) => refersTo(node, one)))
    return false;
  const origin = originOf(node.getSourceFile(), node.getText());
  if (origin === undefined) return true;
  const isCalled = Node.isCallExpression(node.getParent()) || Node.isSpreadElement(node.getParent());
  return !isCalled || modules.resolve(path, origin.specifier) === undefined;
}
