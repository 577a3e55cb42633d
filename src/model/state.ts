import type { Splice } from './splice.ts';
import type { AppPath } from './tree.ts';

/** What is kept of a generated file. Digests are `sha256-<hex>` of EOL- and BOM-normalised text. */
export interface ToolFileState {
  readonly owner: 'tool';
  /** Digest of the canonical render: LF, no BOM, never formatted. */
  readonly canonical: string;
  /** Digest of the text as written. */
  readonly written: string;
  /** `prettier@3.8.1` when a formatter touched it. */
  readonly formatter?: string;
}

/** What is kept of an app file we edited. */
export interface AppFileState {
  readonly owner: 'app';
  readonly written: string;
  /** Digest of the edits that were wanted; when it changes, our splices are taken out before the new ones go in. */
  readonly edits: string;
  readonly splices: readonly Splice[];
}

/** What is kept of a packed plugin we copied into the app. */
interface ArchiveFileState {
  readonly owner: 'archive';
  /** Digest of the bytes. */
  readonly written: string;
}

export type FileState = ToolFileState | AppFileState | ArchiveFileState;

/** The committed state, `.identity-vault/state.json`: sorted, no dates, no absolute paths. */
export interface State {
  readonly schemaVersion: 1;
  readonly toolVersion: string;
  /** Digest of the configuration that was applied. */
  readonly config: string;
  /** The configuration a person had written before the first run: `remove` gives it back. */
  readonly configBefore?: string;
  readonly files: Readonly<Record<AppPath, FileState>>;
  /** Generated files the user deleted: not written again without `--restore`. */
  readonly declined: readonly AppPath[];
  /** Steps of a person still open, by id. */
  readonly manual: readonly string[];
  /** Files in which a person made a change that was asked for, with their digests; absent where there are none. */
  readonly made?: Readonly<Record<AppPath, string>>;
}
