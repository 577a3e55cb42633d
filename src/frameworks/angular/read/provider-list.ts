import type { CallExpression } from 'ts-morph';
import { Node, SyntaxKind } from 'ts-morph';
import type { AnchoredFile } from '../../../model/facts.ts';
import type { NodePlace } from '../../../code/follow.ts';
import { follow, isLost } from '../../../code/follow.ts';
import { originOf, refersTo, symbolOf } from '../../../code/imports.ts';
import { propertyExpression, unwrap } from '../../../code/literals.ts';
import type { Modules } from '../../../code/modules.ts';
import { httpClientModule, importProvidersFrom, provideHttpClient, rootExpression } from './http-providers.ts';
import type { Decorated } from './ng-module.ts';
import { decoratedBy, moduleWithProviders, namedModule } from './ng-module.ts';

const provideRouter = symbolOf('provideRouter', '@angular/router');
const routerModule = symbolOf('RouterModule', '@angular/router');

/** One provider, or one expression whose providers are written where they can't be read. */
export interface Provider extends NodePlace {
  readonly kind: 'http' | 'router' | 'http-module' | 'router-module' | 'child-routes' | 'other' | 'unknown';
  /** The object or array literal it stands in; absent where no anchor names that literal. */
  readonly owner?: AnchoredFile;
}

type Owner = AnchoredFile | undefined;

/** Every provider of a list, in order, through lists and NgModules of the app, wherever they are written. */
export function providersIn(modules: Modules, list: NodePlace, owner: Owner): Provider[] {
  const visited = new Set<Node>();
  const visit = (place: NodePlace, around: Owner): Provider[] => {
    const node = unwrap(place.node);
    if (visited.has(node)) return [];
    visited.add(node);
    const { path } = place;
    const found = (kind: Provider['kind'], one: Node): Provider => ({
      path,
      node: one,
      // Without an anchor nothing can be added there.
      kind: kind === 'http' && around === undefined ? 'unknown' : kind,
      ...(around === undefined ? {} : { owner: around }),
    });
    const inner = partsOf(modules, { path, node }, around);
    if (inner === undefined) return [found(kindOf(modules, { path, node }), node)];
    return [
      ...(inner.name === undefined ? [] : [found('other', inner.name)]),
      ...(inner.unknown ?? []).map((one) => found('unknown', one)),
      ...inner.places.flatMap((part) => visit(part, inner.owner)),
    ];
  };
  return visit(list, owner);
}

interface Parts {
  readonly places: readonly NodePlace[];
  readonly owner: Owner;
  /** The name the parts were found by. */
  readonly name?: Node;
  /** Parts that can't be read. */
  readonly unknown?: readonly Node[];
}

/** What a provider expression is made of; `undefined` when it is one provider, or can't be read. */
function partsOf(modules: Modules, { path, node }: NodePlace, owner: Owner): Parts | undefined {
  const within = (nodes: readonly Node[]): Parts => ({ places: nodes.map((one) => ({ path, node: one })), owner });
  if (Node.isArrayLiteralExpression(node)) return within(node.getElements());
  if (Node.isConditionalExpression(node)) return within([node.getWhenTrue(), node.getWhenFalse()]);
  if (Node.isCallExpression(node) && refersTo(node.getExpression(), importProvidersFrom))
    return within(node.getArguments());
  if (Node.isClassDeclaration(node)) return partsOfClass(decoratedBy(modules, path, node));
  const withProviders = moduleWithProviders(modules, { path, node });
  if (withProviders !== undefined) return partsOfObject(withProviders, node);
  const value = Node.isSpreadElement(node) ? unwrap(node.getExpression()) : node;
  if (Node.isSpreadElement(node) && isListOfPackage(modules, { path, node: value }))
    return { places: [], owner, unknown: [node] };
  if (!Node.isIdentifier(value) && !Node.isPropertyAccessExpression(value)) {
    return Node.isSpreadElement(node) ? within([value]) : undefined;
  }
  const target = follow(modules, { path, node: value });
  if (isLost(target)) return undefined;
  const { anchor } = target;
  if (Node.isArrayLiteralExpression(target.node)) {
    return { places: [target], name: value, owner: anchor === undefined ? owner : { path: target.path, anchor } };
  }
  const isDecorated =
    Node.isClassDeclaration(target.node) && decoratedBy(modules, target.path, target.node) !== undefined;
  return isDecorated ? { places: [target], name: value, owner } : undefined;
}

/** The lists an NgModule, or a standalone component, collects providers from. */
function partsOfClass(decorated: Decorated | undefined): Parts | undefined {
  if (decorated === undefined) return undefined;
  const { path, node, anchor, keys } = decorated;
  const owner = anchor === undefined ? undefined : { path, anchor };
  if (!Node.isObjectLiteralExpression(node)) return { places: [], owner, unknown: [node] };
  const places = keys.flatMap((key) => propertyExpression(node, key) ?? []).map((one) => ({ path, node: one }));
  return { places, owner, unknown: node.getProperties().filter((one) => Node.isSpreadAssignment(one)) };
}

/** `{ ngModule, providers }`, as `forRoot()` of a module of the app returns it. */
function partsOfObject(object: NodePlace | 'unreadable', call: Node): Parts {
  if (object === 'unreadable') return { places: [], owner: undefined, unknown: [call] };
  const { path, node } = object;
  const module = namedModule(node);
  const list = Node.isObjectLiteralExpression(node) ? propertyExpression(node, 'providers') : undefined;
  const places = [module, list].flatMap((one) => (one === undefined ? [] : [{ path, node: one }]));
  return { places, owner: undefined };
}

function kindOf(modules: Modules, place: NodePlace): Provider['kind'] {
  const { node } = place;
  if (Node.isObjectLiteralExpression(node)) return 'other';
  if (refersTo(node, httpClientModule)) return 'http-module';
  if (!Node.isCallExpression(node)) return isKnown(modules, place) ? 'other' : 'unknown';
  if (refersTo(node.getExpression(), provideHttpClient)) return 'http';
  if (refersTo(node.getExpression(), provideRouter)) return 'router';
  const ofRouter = routerMethod(node);
  if (ofRouter !== undefined) return ofRouter === 'forChild' ? 'child-routes' : 'router-module';
  return isKnown(modules, { ...place, node: rootExpression(node) }) ? 'other' : 'unknown';
}

function routerMethod(call: CallExpression): string | undefined {
  const callee = call.getExpression();
  const isRouter = Node.isPropertyAccessExpression(callee) && refersTo(callee.getExpression(), routerModule);
  return isRouter ? callee.getName() : undefined;
}

/** A package's list may hold anything; its `provideX()` functions, which aren't spread, provide X. */
function isListOfPackage(modules: Modules, place: NodePlace): boolean {
  const target = follow(modules, { ...place, node: rootExpression(place.node) });
  return isLost(target) && target.lost === 'package';
}

/** Whether an expression is followed to its end, and neither HttpClient nor the router is there. */
function isKnown(modules: Modules, place: NodePlace): boolean {
  const target = follow(modules, { ...place, node: rootExpression(place.node) });
  if (isLost(target)) return target.lost === 'package';
  const { node } = target;
  if (Node.isClassDeclaration(node)) return true;
  if (!Node.isFunctionDeclaration(node) && !Node.isArrowFunction(node) && !Node.isFunctionExpression(node))
    return Node.isObjectLiteralExpression(node);
  return node
    .getDescendantsOfKind(SyntaxKind.Identifier)
    .every((name) => isHarmless(modules, { path: target.path, node: name }));
}

/** Inside a function that makes providers: only what packages export is known not to make more of them. */
function isHarmless(modules: Modules, { path, node }: NodePlace): boolean {
  if ([provideHttpClient, provideRouter, httpClientModule, routerModule].some((one) => refersTo(node, one)))
    return false;
  const origin = originOf(node.getSourceFile(), node.getText());
  if (origin === undefined) return true;
  const isCalled = Node.isCallExpression(node.getParent()) || Node.isSpreadElement(node.getParent());
  return !isCalled || modules.resolve(path, origin.specifier) === undefined;
}
