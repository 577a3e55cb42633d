import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../model/errors.ts';
import type { AppPath, Tree } from '../model/tree.ts';
import { decodeUtf16, utf16Of } from '../text/utf16.ts';

/** Xcode used to write texts in UTF-16, and still reads them; of any other file it is a mistake. */
const mayBeUtf16 = '.strings';

/** The app's files on disk; each is read once, so that every stage sees the same text. */
export class DiskTree implements Tree {
  readonly #root: string;
  readonly #bytes = new Map<AppPath, Uint8Array | undefined>();

  constructor(root: string) {
    this.#root = root;
  }

  read(path: AppPath): string | undefined {
    const bytes = this.readBytes(path);
    if (bytes === undefined) return undefined;
    const order = path.endsWith(mayBeUtf16) ? utf16Of(bytes) : undefined;
    try {
      return order === undefined
        ? new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
        : decodeUtf16(bytes, order);
    } catch (cause) {
      throw new CliError('UNREADABLE', `${path} is not UTF-8 text.`, {
        where: { path },
        hint: asText(path, bytes),
        cause,
      });
    }
  }

  readBytes(path: AppPath): Uint8Array | undefined {
    if (!this.#bytes.has(path)) this.#bytes.set(path, this.#load(path));
    return this.#bytes.get(path);
  }

  list(path: AppPath): readonly string[] {
    try {
      return readdirSync(join(this.#root, path), { withFileTypes: true })
        .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
        .sort();
    } catch (error) {
      if (isAbsent(error)) return [];
      throw unreadable(path, error);
    }
  }

  #load(path: AppPath): Uint8Array | undefined {
    try {
      return readFileSync(join(this.#root, path));
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw unreadable(path, error);
    }
  }
}

/** A folder of the name is no file either: writing over it fails, so nothing is lost. */
const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

/** Only a definite "not there" counts as absent; anything else would be overwritten as if it were. */
function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && absent.has(String(error.code));
}

function unreadable(path: AppPath, cause: unknown): CliError {
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
  return new CliError('UNREADABLE', `${path} can't be read (${reason}).`, {
    where: { path },
    hint: 'Check the permissions of the file, then run the command again.',
    cause,
  });
}

/** How to turn it into text that can be edited. */
function asText(path: AppPath, bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1', 0, 8) === 'bplist00'
    ? `It is a binary property list. Convert it, then run the command again: plutil -convert xml1 ${path}`
    : 'Save the file as UTF-8, then run the command again.';
}
