import { askedApp } from '../asked-app.ts';
import type { Chosen } from '../../resolve/chosen.ts';
import { CliError } from '../../model/errors.ts';
import { inspectApp } from '../inspect-app.ts';
import { pathWithin } from '../../inspect/app/path-within.ts';
import { openRecovered } from '../open-recovered.ts';
import { outdatedVersions } from '../../resolve/outdated-versions.ts';
import { promptSource } from '../../resolve/read-environment.ts';
import { readSources } from '../../resolve/read-sources.ts';
import { replayCommand } from '../../resolve/replay.ts';
import { resolve } from '../../resolve/resolve.ts';
import { readAnswers } from '../read-answers.ts';
import type { RunContext } from '../run-context.ts';
import type { SetupFlags } from './setup-flags.ts';
import type { Project } from '../../model/project.ts';
import { setupPaths } from '../../state/setup-paths.ts';

/** Reads the app and what was asked for; asks a person for the rest. */
export async function chooseOptions(context: RunContext<SetupFlags>, interactive: boolean): Promise<Chosen> {
  const { host, invocation } = context;
  const answers = await readAnswers(context);
  const opened = await openRecovered(context, askedApp(context, answers));
  const { config: configPath } = setupPaths(opened.home);
  const { flags } = invocation;
  const sources = readSources({ flags, env: host.env, answers, config: opened.setup.configText, configPath });
  const project = await inspectApp(host, opened);
  refuseOldVersions(project, invocation);
  if (invocation.verify) (await import('../../inspect/facts/find-type-check.ts')).findTypeCheck(project);
  const resolved = resolve(sources, project);
  if (!interactive) return { project, ...resolved };
  const { askOptions } = await import('../../resolve/prompt/ask-options.ts');
  const answered = resolve({ ...sources, prompt: promptSource(await askOptions(resolved, project, host)) }, project);
  return { project, ...answered, replay: replayCommand(answered, pathWithin(host.cwd, invocation.cwd)) };
}

function refuseOldVersions(project: Project, { allowUnsupported }: SetupFlags): void {
  const [outdated] = outdatedVersions(project);
  if (outdated === undefined || allowUnsupported) return;
  throw new CliError('UNSUPPORTED', outdated.text, {
    where: outdated.where,
    hint: `${outdated.remedy}. Or write the code now with --allow-unsupported.`,
  });
}
