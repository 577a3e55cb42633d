/** One replacement in an app file, in LF-normalised text without BOM, as it stands after writing. */
export interface Splice {
  readonly at: number;
  readonly insert: string;
  /** What stood there before; empty for an insertion. Only a formatter replaces. */
  readonly remove: string;
  /** What stands before and behind it after writing: how it is found again in a file changed since. */
  readonly left?: string;
  readonly right?: string;
}
