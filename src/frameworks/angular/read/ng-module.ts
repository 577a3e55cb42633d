import type { ClassDeclaration, Decorator } from 'ts-morph';
import { Node, SyntaxKind } from 'ts-morph';
import { classNameOf } from '../../../code/anchor.ts';
import type { NodePlace } from '../../../code/follow.ts';
import { follow, isLost } from '../../../code/follow.ts';
import type { ImportedSymbol } from '../../../code/imports.ts';
import { refersTo, symbolOf } from '../../../code/imports.ts';
import { propertyExpression, unwrap } from '../../../code/literals.ts';
import type { Modules } from '../../../code/modules.ts';

const ngModule = symbolOf('NgModule', '@angular/core');
const component = symbolOf('Component', '@angular/core');

/** What Angular collects providers from: an NgModule re-exports them too, a standalone component only imports. */
const keysOfModule = ['imports', 'exports', 'providers'];
const keysOfComponent = ['imports'];

/** The argument of a class's decorator, and how it is found again. */
export interface Decorated extends NodePlace {
  readonly keys: readonly string[];
}

/** The `@NgModule({…})` of a class, or the `@Component({…})` of one that is imported like a module. */
export function decoratedBy(modules: Modules, path: string, declaration: ClassDeclaration): Decorated | undefined {
  const module = decoratorOf(declaration, ngModule);
  const decorator = module ?? decoratorOf(declaration, component);
  const argument = decorator?.getArguments()[0];
  if (decorator === undefined || argument === undefined) return undefined;
  const anchor = {
    kind: 'decorator',
    className: classNameOf(declaration),
    decorator: decorator.getFullName(),
  } as const;
  const keys = module === undefined ? keysOfComponent : keysOfModule;
  const written = { path, node: unwrap(argument), anchor };
  const metadata = follow(modules, written);
  return { ...(isLost(metadata) ? written : metadata), keys };
}

export function isNgModule(node: Node): node is ClassDeclaration {
  return Node.isClassDeclaration(node) && decoratorOf(node, ngModule) !== undefined;
}

function decoratorOf(declaration: ClassDeclaration, symbol: ImportedSymbol): Decorator | undefined {
  return declaration.getDecorators().find((one) => {
    const call = one.getCallExpression();
    return call !== undefined && refersTo(call.getExpression(), symbol);
  });
}

/**
 * The object `Module.forRoot()` of a module of the app returns; `undefined` where it is no module of the app.
 * A method that computes it gives `unreadable`.
 */
export function moduleWithProviders(modules: Modules, { path, node }: NodePlace): NodePlace | 'unreadable' | undefined {
  if (!Node.isCallExpression(node)) return undefined;
  const callee = node.getExpression();
  if (!Node.isPropertyAccessExpression(callee)) return undefined;
  const owner = follow(modules, { path, node: callee.getExpression() });
  if (isLost(owner) || !isNgModule(owner.node)) return undefined;
  const returned = owner.node.getStaticMethod(callee.getName())?.getDescendantsOfKind(SyntaxKind.ReturnStatement) ?? [];
  const value = returned.length === 1 ? returned[0]?.getExpression() : undefined;
  if (value === undefined) return 'unreadable';
  const object = follow(modules, { path: owner.path, node: value });
  return isLost(object) || !Node.isObjectLiteralExpression(object.node) ? 'unreadable' : object;
}

/** The class named by the `ngModule` of a module with providers. */
export function namedModule(object: Node): Node | undefined {
  return Node.isObjectLiteralExpression(object) ? propertyExpression(object, 'ngModule') : undefined;
}
