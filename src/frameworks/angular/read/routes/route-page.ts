import { Node } from 'ts-morph';
import type { RouteFact } from '../../../../model/facts.ts';
import { follow, followExport, isLost, type NodePlace } from '../../../../code/follow.ts';
import { originOf } from '../../../../code/imports.ts';
import type { Modules } from '../../../../code/modules.ts';
import { isExport, loadedBy, type LoadedExport } from './loaded.ts';
import { routeProperty } from './route-property.ts';

type Page = NonNullable<RouteFact['page']>;

/** Reads the component a route shows: that of each page once, though many routes may show it. */
export function pageReader(modules: Modules): (route: NodePlace) => Page | undefined {
  const known = new Map<string, Page | undefined>();
  return (route) => {
    const shown = shownBy(modules, route);
    if (shown === undefined || !isExport(shown)) return shown && classAt(shown);
    const key = `${shown.path}#${shown.exported}`;
    if (!known.has(key)) known.set(key, exportedPage(modules, shown));
    return known.get(key);
  };
}

function shownBy(modules: Modules, route: NodePlace): LoadedExport | NodePlace | undefined {
  const component = routeProperty(modules, route, 'component');
  if (component !== undefined) return eagerPage(modules, component);
  const load = routeProperty(modules, route, 'loadComponent');
  return load && loadedBy(modules, load);
}

function eagerPage(modules: Modules, { path, node }: NodePlace): LoadedExport | NodePlace | undefined {
  const origin = originOf(node.getSourceFile(), node.getText());
  const file = origin && modules.resolve(path, origin.specifier);
  if (origin !== undefined && file !== undefined) return { path: file, exported: origin.name };
  const target = follow(modules, { path, node });
  return isLost(target) ? undefined : target;
}

/** The file is not parsed where its text alone says that the class is there. */
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
