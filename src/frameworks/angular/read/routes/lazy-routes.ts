import { Node } from 'ts-morph';
import { follow, followExport, isLost, type NodePlace } from '../../../../code/follow.ts';
import { refersTo, symbolOf } from '../../../../code/imports.ts';
import { propertyExpression, unwrap } from '../../../../code/literals.ts';
import type { Modules } from '../../../../code/modules.ts';
import { decoratedBy, isNgModule } from '../ng-module.ts';
import { isExport, loadedBy } from './loaded.ts';
import { arrayAt, type RouteArray } from './route-array.ts';

const routerModule = symbolOf('RouterModule', '@angular/router');

/** The arrays of routes that `loadChildren` brings: one, or those of an NgModule; `undefined` where they can't be read. */
export function lazyRoutes(modules: Modules, place: NodePlace): RouteArray[] | undefined {
  const loaded = loadedBy(modules, place);
  if (loaded === undefined) return undefined;
  const target = isExport(loaded) ? followExport(modules, loaded.path, loaded.exported) : loaded;
  if (isLost(target)) return undefined;
  if (Node.isArrayLiteralExpression(target.node)) return [arrayAt(target, target.node)];
  return isNgModule(target.node) ? routesOfModule(modules, target) : undefined;
}

/** Those of `RouterModule.forChild()` in the module, or in the routing module that it imports. */
function routesOfModule(modules: Modules, module: NodePlace): RouteArray[] | undefined {
  const imports = importsOf(modules, module);
  const own = imports.flatMap((one) => forChild(modules, one) ?? []);
  if (own.length > 0) return own;
  // By its name first: other modules are opened only where no routing module was found.
  const isRouting = ({ node }: NodePlace): boolean => /rout/i.test(node.getText());
  for (const some of [imports.filter(isRouting), imports.filter((one) => !isRouting(one))]) {
    const found = some.flatMap((one) => {
      const target = follow(modules, one);
      if (isLost(target)) return [];
      const called = forChild(modules, target);
      if (called !== undefined) return called;
      return isNgModule(target.node)
        ? importsOf(modules, target).flatMap((inner) => forChild(modules, inner) ?? [])
        : [];
    });
    if (found.length > 0) return found;
  }
  return undefined;
}

function importsOf(modules: Modules, { path, node }: NodePlace): NodePlace[] {
  const metadata = Node.isClassDeclaration(node) ? decoratedBy(modules, path, node) : undefined;
  if (metadata === undefined || !Node.isObjectLiteralExpression(metadata.node)) return [];
  const written = propertyExpression(metadata.node, 'imports');
  const list = written && follow(modules, { path: metadata.path, node: written });
  if (list === undefined || isLost(list) || !Node.isArrayLiteralExpression(list.node)) return [];
  return list.node.getElements().map((element) => ({ path: list.path, node: unwrap(element) }));
}

/** The routes of a call of `RouterModule.forChild()`; `undefined` for anything else. */
function forChild(modules: Modules, { path, node }: NodePlace): RouteArray | undefined {
  if (!Node.isCallExpression(node)) return undefined;
  const callee = node.getExpression();
  const isChild = Node.isPropertyAccessExpression(callee) && callee.getName() === 'forChild';
  const [argument] = node.getArguments();
  if (!isChild || !refersTo(callee.getExpression(), routerModule) || argument === undefined) return undefined;
  const anchor = { kind: 'call', callee: callee.getText(), argument: 0 } as const;
  const target = follow(modules, { path, node: argument, anchor });
  if (isLost(target) || !Node.isArrayLiteralExpression(target.node)) return undefined;
  return arrayAt(target, target.node);
}
