/** Everything a run takes from its surroundings, so that nothing is read behind its back. */
export interface Host {
  /** Arguments after the program's name. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly version: string;
  /** Where a source checkout's build leaves the packed plugin; may not exist. */
  readonly pluginFolder: string;
  /** The network; only an OpenID provider is asked for what it says of itself. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}
