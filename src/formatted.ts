import { CliError } from './errors.ts';
import type { AppPath, Project } from './types.ts';

/**
 * As the app's formatter would leave it.
 * @throws CliError `UNSUPPORTED` when the app has a formatter that is not installed: a file written without it would
 * look edited from then on.
 */
export async function formatted(
  { formatter: facts }: Project,
  { path, text }: { path: AppPath; text: string },
): Promise<string> {
  if (facts.kind === 'none') return text;
  if (facts.kind === 'ready') return facts.formatter.format(path, text);
  throw new CliError('UNSUPPORTED', 'The app formats its code with Prettier, which is not installed.', {
    where: { path: 'package.json' },
    hint: 'Install the app’s dependencies first, then run the command again.',
  });
}

/** As the app's formatter would leave it, where there is one: for what is compared by what it says, not by its bytes. */
export async function inAppFormat({ formatter: facts }: Project, path: AppPath, text: string): Promise<string> {
  return facts.kind === 'ready' ? facts.formatter.format(path, text) : text;
}
