import { undecided } from '../../diff/decisions.ts';
import { CliError } from '../../model/errors.ts';
import type { ManualStep } from '../../model/edit.ts';
import type { Project } from '../../model/project.ts';
import type { Source } from '../../options/sources.ts';
import { assess } from '../../pipeline.ts';
import { plan } from '../../plan/plan.ts';
import { resolve } from '../../resolve/resolve.ts';

/**
 * What is still left for a person of the set-up as it is configured, as `check` finds it: flags say nothing of that.
 * @returns nothing where no set-up is there to look at, or it can't be told
 */
export async function openSteps(project: Project, config: Source | undefined): Promise<ManualStep[] | undefined> {
  const { state, unfinished, isStateLost } = project.setup;
  if (!state || unfinished || isStateLost) return undefined;
  const unformatted: Project = { ...project, formatter: { kind: 'none' } };
  try {
    const { options } = resolve(config === undefined ? {} : { config }, unformatted);
    const { manual, followUps } = await assess(unformatted, await plan(unformatted, options), undecided);
    return [...manual, ...followUps];
  } catch (error) {
    if (error instanceof CliError) return undefined;
    throw error;
  }
}
