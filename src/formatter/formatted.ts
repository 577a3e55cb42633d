import { CliError } from '../model/errors.ts';
import { notInstalled } from './formatter-errors.ts';
import type { Project } from '../model/project.ts';
import type { AppPath } from '../model/tree.ts';

/**
 * As the app's formatter would leave it.
 * @throws CliError `UNSUPPORTED` when the app has a formatter that is not installed or can't be loaded.
 */
export async function formatted(
  { formatter: facts, packageManager }: Project,
  { path, text }: { path: AppPath; text: string },
): Promise<string> {
  if (facts.kind === 'none') return text;
  if (facts.kind === 'ready') return facts.formatter.format(path, text);
  throw notInstalled(packageManager.name);
}

/** As the app's formatter would leave it, where there is one: for what is compared by what it says, not by its bytes. */
export async function inAppFormat({ formatter: facts }: Project, path: AppPath, text: string): Promise<string> {
  return facts.kind === 'ready' ? facts.formatter.format(path, text) : text;
}

/** Where there is one. @throws CliError as {@link formatted}, before there is anything to format */
export async function assertUsableFormatter(project: Project): Promise<void> {
  // Prettier loads its configuration and plugins for the first file of a kind.
  await formatted(project, { path: project.framework.entryFile, text: '' });
}

/**
 * The app for a run that only shows what it would write: a formatter that can't be used hides nothing else.
 * The plan says that the files are not formatted, and what a run that writes needs.
 */
export async function withUsableFormatter(project: Project): Promise<Project> {
  try {
    await assertUsableFormatter(project);
    return project;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    const { message, hint = '' } = error;
    return { ...project, formatter: { kind: 'none', passedOver: `${message} A run that writes needs it. ${hint}` } };
  }
}
