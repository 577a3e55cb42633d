/** Flags that only ever make a run safer. */
interface SafeFlags {
  readonly dryRun?: true;
  readonly json?: true;
}

/** npm’s commands that start us, and keep what they take for flags of their own. */
const starters: readonly (string | undefined)[] = ['init', 'exec', 'run-script', 'run'];

/**
 * `npm create identity-vault --dry-run` would write: npm keeps the flag and tells us in a variable. Where it is npm’s
 * own setting, from .npmrc, taking it for ours loses nothing.
 */
export function safeFlags(env: Readonly<Record<string, string | undefined>>): SafeFlags {
  if (!starters.includes(env['npm_command'])) return {};
  return {
    ...(env['npm_config_dry_run'] === 'true' ? { dryRun: true } : {}),
    ...(env['npm_config_json'] === 'true' ? { json: true } : {}),
  };
}
