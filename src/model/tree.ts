/** Paths are relative to the app's root, with `/` between segments, on every platform. */
export type AppPath = string;

/** The read-only view of the app's files. Reading is lazy; nothing is scanned. */
export interface Tree {
  /**
   * The text of a file (BOM kept), or `undefined` when there is definitely no such file.
   * @throws CliError `UNREADABLE` for anything else: absent and unreadable are never the same.
   */
  read(path: AppPath): string | undefined;
  /** The bytes of a file; same contract as {@link read}. */
  readBytes(path: AppPath): Uint8Array | undefined;
  /** Names in a folder, sorted, folders with a trailing `/`; empty when there is no such folder. */
  list(path: AppPath): readonly string[];
}
