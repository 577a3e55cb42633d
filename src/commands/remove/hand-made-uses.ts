import { CliError } from '../../model/errors.ts';
import type { Change } from '../../model/change.ts';
import type { ManualStep } from '../../model/edit.ts';
import type { Project } from '../../model/project.ts';
import type { State } from '../../model/state.ts';
import type { AppPath } from '../../model/tree.ts';
import { usesAfter } from '../../pipeline.ts';
import { readConfig } from '../../options/catalog/config-file.ts';
import { resolve } from '../../resolve/resolve.ts';
import { setupPaths } from '../../state/setup-paths.ts';

/**
 * The lines that a person added because a run asked for them: without the generated code they don't compile. They are
 * looked for where the steps were, and nowhere else.
 */
export async function handMadeUses(
  project: Project,
  state: State,
  { changes, manual }: { readonly changes: readonly Change[]; readonly manual: readonly ManualStep[] },
): Promise<ManualStep[]> {
  if (state.made === undefined && state.manual.length === 0) return [];
  const paths = [...Object.keys(state.made ?? {}), ...(await placesOfSteps(project))];
  const steps = await usesAfter(project, paths, changes);
  return steps.filter(({ path, line }) => !manual.some((step) => step.path === path && step.line === line));
}

/** Where a person may have made the steps. An app that can't be read any more is taken out of all the same. */
async function placesOfSteps(project: Project): Promise<AppPath[]> {
  try {
    const { plan } = await import('../../plan/plan.ts');
    const config = readConfig(project.setup.configText ?? '{}', setupPaths(project.home).config);
    const { followUps } = await plan(project, resolve({ config }, project).options);
    return followUps.flatMap(({ files }) => files);
  } catch (error) {
    if (error instanceof CliError) return [];
    throw error;
  }
}
