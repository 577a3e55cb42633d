import { CliError } from '../model/errors.ts';
import type { PackageManagerName } from '../model/project.ts';
import type { AppPath } from '../model/tree.ts';

/** The app lists a formatter that is not installed: a file written without it would look edited from then on. */
export function notInstalled(packageManager: PackageManagerName): CliError {
  return new CliError('UNSUPPORTED', 'The app formats its code with Prettier, which is not installed.', {
    where: { path: 'package.json' },
    hint: `Install the app’s dependencies first: ${packageManager} install. Then run the command again.`,
  });
}

/** The app's Prettier, a plugin or a shared configuration of it, is not there or broken; or it does not know the code. */
export function formatterFailed(path: AppPath, cause: unknown): CliError {
  const [reason = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
  const name = missingName(reason);
  if (name !== undefined) {
    return new CliError('UNSUPPORTED', `The app’s Prettier needs ${name}, which can’t be loaded.`, {
      where: { path },
      hint: `Install the app’s dependencies first. If ${name} is not among them, add it, or take it out of Prettier’s configuration.`,
      cause,
    });
  }
  return new CliError('UNSUPPORTED', `The app’s Prettier can’t format ${path}: ${reason}`, {
    where: { path },
    hint: `See what it says without this tool: npx prettier --check ${path}`,
    cause,
  });
}

/** Node and Prettier put the name between quotes; where it was needed, if at all, comes behind it. */
function missingName(reason: string): string | undefined {
  return /Cannot find (?:package|module) ['"]([^'"]+)['"]/.exec(reason)?.[1];
}
