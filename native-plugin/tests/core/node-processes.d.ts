/** What tests that start a process use of Node; the plugin's sources are checked without Node's types. */
declare module 'node:child_process' {
  interface Ended {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
  }
  export function spawnSync(command: string, args: readonly string[], options: { encoding: 'utf8' }): Ended;
}
declare module 'node:process' {
  export const env: { readonly PYTHON?: string; readonly REQUIRE_ALL?: string; readonly EVERY?: string };
  export const execPath: string;
}
declare module 'node:url' {
  export function fileURLToPath(url: URL): string;
}
