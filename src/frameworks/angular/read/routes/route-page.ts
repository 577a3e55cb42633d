import { Node } from 'ts-morph';
import type { RouteFact } from '../../../../model/facts.ts';
import { follow, followExport, isLost, type NodePlace } from '../../../../code/follow.ts';
import { originOf } from '../../../../code/imports.ts';
import type { Modules } from '../../../../code/modules.ts';
import { isExport, loadedBy, type LoadedExport } from './loaded.ts';
import { routeProperty } from './route-property.ts';

type Page = NonNullable<RouteFact['page']>;

/** The component a route shows. Its file is not parsed where its text alone says that the class is there. */
export function pageOf(modules: Modules, route: NodePlace): Page | undefined {
  const component = routeProperty(modules, route, 'component');
  if (component !== undefined) return eagerPage(modules, component);
  const load = routeProperty(modules, route, 'loadComponent');
  const loaded = load && loadedBy(modules, load);
  if (loaded === undefined) return undefined;
  return isExport(loaded) ? exportedPage(modules, loaded) : classAt(loaded);
}

function eagerPage(modules: Modules, { path, node }: NodePlace): Page | undefined {
  const origin = originOf(node.getSourceFile(), node.getText());
  const file = origin && modules.resolve(path, origin.specifier);
  if (origin !== undefined && file !== undefined) return exportedPage(modules, { path: file, exported: origin.name });
  const target = follow(modules, { path, node });
  return isLost(target) ? undefined : classAt(target);
}

function exportedPage(modules: Modules, { path, exported }: LoadedExport): Page | undefined {
  const text = modules.text(path) ?? '';
  const name = exported === 'default' ? /^export default class (\w+)/m.exec(text)?.[1] : exported;
  if (name !== undefined && new RegExp(`^export (default )?(abstract )?class ${name}\\b`, 'm').test(text))
    return { path, name };
  const target = followExport(modules, path, exported);
  return isLost(target) ? undefined : classAt(target);
}

function classAt({ path, node }: NodePlace): Page | undefined {
  const name = Node.isClassDeclaration(node) ? node.getName() : undefined;
  return name === undefined ? undefined : { path, name };
}
