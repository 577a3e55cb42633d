import type { RouteFact } from '../../model/facts.ts';

/** What paths are that the router's array has as expressions, by how they are written there; those of its children in place, too. */
export function writtenPaths(routes: readonly RouteFact[], above = ''): Readonly<Record<string, string>> {
  const found = routes
    .filter(({ place }) => place === undefined)
    .flatMap(({ path, trail, children = [] }) => {
      const own = above === '' ? path : path.slice(above.length + 1);
      const written = trail.at(-1) ?? '';
      const isLiteral = written === '' || written.startsWith("'");
      return [...(isLiteral ? [] : [[written, own] as const]), ...Object.entries(writtenPaths(children, path))];
    });
  return Object.fromEntries(found);
}
