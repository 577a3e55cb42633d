import type { NeededImport } from '../model/edit.ts';
import type { AppPath } from '../model/tree.ts';

/** The module specifier a file at `path` imports `from` with; `/` on every platform. */
export function specifierFor(path: AppPath, from: NeededImport['from']): string {
  if ('package' in from) return from.package;
  const folder = path.split('/').slice(0, -1);
  const target = withoutExtension(from.file).split('/');
  let shared = 0;
  while (shared < folder.length && folder[shared] === target[shared]) shared += 1;
  const up = folder.slice(shared).map(() => '..');
  const relative = [...up, ...target.slice(shared)].join('/');
  return up.length > 0 ? relative : `./${relative}`;
}

/**
 * Whether a specifier written in `path` stands for `from`. A path alias or a barrel can't be
 * resolved from one file: it counts when its last segment, or its folder, is that of the file.
 */
export function pointsTo(path: AppPath, specifier: string, from: NeededImport['from']): boolean {
  if ('package' in from) return specifier === from.package;
  const file = withoutExtension(from.file);
  if (!specifier.startsWith('.')) {
    const fileName = file.split('/').at(-1);
    return withoutExtension(specifier).split('/').at(-1) === fileName;
  }
  const target = withoutExtension(joinPath(path, specifier));
  return target === file || file.startsWith(`${target.replace(/\/index$/, '')}/`);
}

/** The app path a relative specifier written in `path` leads to. */
export function joinPath(path: AppPath, specifier: string): AppPath {
  const segments = path.split('/').slice(0, -1);
  for (const segment of specifier.split('/')) {
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

function withoutExtension(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/, '');
}
