import type { NodePlace } from '../../../../code/follow.ts';
import { constantText } from '../../../../code/constant-text.ts';
import type { Modules } from '../../../../code/modules.ts';

/** Where `redirectTo` leads, from the root; empty where it is computed: the route is no page all the same. */
export function redirectTarget(modules: Modules, target: NodePlace, above: string): string {
  const written = constantText(modules, target);
  const isKnown = written.unknown === undefined || /[?#]/.test(written.text);
  if (!isKnown) return '';
  const path = plainPath(written.text);
  return written.text.startsWith('/') ? path : joinPaths(above, path);
}

/** Without slashes around it, without query, fragment and matrix parameters. */
export function plainPath(text: string): string {
  const [path = ''] = text.split(/[?#]/);
  const segments = path.split('/').map((segment) => segment.split(';')[0] ?? '');
  return segments.filter((segment) => segment !== '' && segment !== '.').join('/');
}

export function joinPaths(above: string, path: string): string {
  return [above, path].filter(Boolean).join('/');
}
