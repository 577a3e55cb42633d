import type { AppPath, Tree } from '../../src/model/tree.ts';
import { decodeUtf16, utf16Of } from '../../src/text/utf16.ts';

/** Texts, or bytes, by path; `undefined` where there is no such file. */
export type FakeFiles = Readonly<Record<AppPath, string | Uint8Array | undefined>>;

/** A tree in memory, with the contract that `DiskTree` has. */
export function fakeTree(files: FakeFiles): Tree {
  const paths = Object.keys(files).filter((path) => files[path] !== undefined);
  const readBytes = (path: AppPath): Uint8Array | undefined => {
    const content = Object.hasOwn(files, path) ? files[path] : undefined;
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  return {
    read: (path) => {
      const bytes = readBytes(path);
      const order = bytes && path.endsWith('.strings') ? utf16Of(bytes) : undefined;
      if (bytes && order) return decodeUtf16(bytes, order);
      return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    },
    readBytes,
    list: (folder) => {
      const start = folder === '' ? '' : `${folder}/`;
      const names = paths.filter((path) => path.startsWith(start)).map((path) => firstOf(path.slice(start.length)));
      return [...new Set(names)].sort();
    },
  };
}

/** The first part of a path, with the slash where it is a folder. */
function firstOf(path: AppPath): string {
  const [name = '', ...rest] = path.split('/');
  return rest.length === 0 ? name : `${name}/`;
}
