/** What was asked for on the command line, or where it was asked from. */
export interface Asked {
  /** The folder to work in. */
  readonly folder: string;
  /** Where the command is run: paths in messages are relative to it. */
  readonly cwd: string;
  readonly project?: string | undefined;
}
