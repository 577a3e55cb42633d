import type { CallExpression, SourceFile } from 'ts-morph';
import { Node, SyntaxKind } from 'ts-morph';
import { refersTo, symbolOf } from '../../../code/imports.ts';
import { propertyName } from '../../../code/literals.ts';
import { parseLoosely } from '../../../code/source-file.ts';
import { canonical } from '../../../text/text.ts';
import type { Modules } from '../../../code/modules.ts';
import type { AppPath, Tree } from '../../../model/tree.ts';
import type { OwnClient } from '../angular-facts.ts';
import { filesBelow, type FileBelow } from './files-below.ts';
import { HTTP, httpClientModule, provideHttpClient } from './http-providers.ts';

const viaParent = symbolOf('withRequestsMadeViaParent', HTTP);
const fromDi = symbolOf('withInterceptorsFromDi', HTTP);
const component = symbolOf('Component', '@angular/core');

/** Every HttpClient that pages or lazily loaded parts of the app have beside the application's. */
export function findOwnClients(tree: Pick<Tree, 'read'>, modules: Modules, first: readonly AppPath[]): OwnClient[] {
  return filesBelow({ tree, modules }, first).flatMap((file) => {
    const text = tree.read(file.path) ?? '';
    const says = /HttpClientModule|provideHttpClient/.test(text);
    // A file that is broken may belong to a page that nobody finished: no reason to stop.
    return says ? clientsIn(parseLoosely(file.path, canonical(text)), file) : [];
  });
}

function clientsIn(source: SourceFile, { path, isBelow }: FileBelow): OwnClient[] {
  const ownInterceptors = /\bprovide\s*:\s*(?:\w+\.)?HTTP_INTERCEPTORS\b/.test(source.getText());
  return source.getDescendants().flatMap((node): OwnClient[] => {
    const by = clientBy(node);
    if (by === undefined || !(isBelow || isOfComponent(node) || isOfRoute(node))) return [];
    const call = Node.isCallExpression(node) ? node : undefined;
    if (call !== undefined && has(call, viaParent)) return [];
    const runsClasses = !ownInterceptors && (call === undefined || has(call, fromDi));
    return [{ path, line: node.getStartLineNumber(), by, runsClasses }];
  });
}

function clientBy(node: Node): OwnClient['by'] | undefined {
  if (Node.isCallExpression(node)) return refersTo(node.getExpression(), provideHttpClient) ? 'function' : undefined;
  if (!refersTo(node, httpClientModule)) return undefined;
  const parent = node.getParentOrThrow();
  // The name of what is imported, and of a namespace in front of it, is no use of it.
  return Node.isImportSpecifier(parent) || Node.isPropertyAccessExpression(parent) ? undefined : 'module';
}

function has(call: CallExpression, feature: typeof viaParent): boolean {
  return call.getDescendantsOfKind(SyntaxKind.CallExpression).some((one) => refersTo(one.getExpression(), feature));
}

function isOfComponent(node: Node): boolean {
  const decorator = node.getFirstAncestorByKind(SyntaxKind.Decorator);
  return refersTo(decorator?.getCallExpression()?.getExpression(), component);
}

const keysOfRoute = ['path', 'component', 'loadComponent', 'children', 'loadChildren'];

/** Whether it stands among the providers of a route, not of the application. */
function isOfRoute(node: Node): boolean {
  const list = node.getFirstAncestor((one) => Node.isPropertyAssignment(one) && propertyName(one) === 'providers');
  const object = list?.getParent();
  if (!Node.isObjectLiteralExpression(object)) return false;
  return object.getProperties().some((one) => keysOfRoute.includes(propertyName(one) ?? ''));
}
