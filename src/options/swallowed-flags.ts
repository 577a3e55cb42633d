import { CliError } from '../errors.ts';
import { catalog } from './catalog.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The flags npm passed on in the environment that only ever make a run safer. */
export interface SafeFlags {
  readonly dryRun?: true;
  readonly json?: true;
}

const own = ['cwd', 'answers', 'allow_manual', 'allow_unsupported', 'check'];

/**
 * `npm create identity-vault --dry-run` keeps the flags for itself; they arrive only as `npm_config_*`. The safe ones
 * are honoured; a run that would ignore the others is refused.
 * @see https://docs.npmjs.com/cli/commands/npm-init
 */
export function refuseSwallowedFlags(env: Environment): SafeFlags {
  if (env['npm_command'] !== 'init') return {};
  const names = [...own, ...catalog.map(({ key }) => snakeCase(key))];
  const swallowed = names.filter((name) => env[`npm_config_${name}`] !== undefined);
  if (swallowed.length > 0) {
    const flags = swallowed.map((name) => `--${name.replaceAll('_', '-')}`).join(' ');
    throw new CliError('USAGE', `npm kept these flags for itself: ${flags}`, {
      hint: 'Put -- before them: npm create identity-vault -- <flags>',
    });
  }
  return {
    ...(env['npm_config_dry_run'] === 'true' ? { dryRun: true } : {}),
    ...(env['npm_config_json'] === 'true' ? { json: true } : {}),
  };
}

function snakeCase(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
