import { askedApp } from '../asked-app.ts';
import type { ChosenOptions } from './chosen-options.ts';
import { CliError } from '../../model/errors.ts';
import { assertUsableFormatter } from '../../formatter/formatted.ts';
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
import { withProvider, withProviderAsked } from './with-provider.ts';
import type { Project } from '../../model/project.ts';
import type { Written } from '../../options/options.ts';
import { setupPaths } from '../../state/setup-paths.ts';

/** Reads the app and what was asked for; asks a person for the rest. */
export async function chooseOptions(context: RunContext<SetupFlags>, interactive: boolean): Promise<ChosenOptions> {
  const { host, invocation, reporter } = context;
  const answers = await readAnswers(context);
  const opened = await openRecovered(context, askedApp(context, answers));
  const { config: configPath } = setupPaths(opened.home);
  const { flags } = invocation;
  const sources = readSources({ flags, env: host.env, answers, config: opened.setup.configText, configPath });
  const project = await inspectApp(host, opened);
  refuseOldVersions(project, invocation);
  if (invocation.verify) (await import('../../inspect/facts/find-type-check.ts')).findTypeCheck(project);
  if (!interactive) return withProvider({ project, ...resolve(sources, project) }, context);
  const [{ findGitState }, { introduction }, { askOptions }] = await Promise.all([
    import('../../inspect/facts/find-git-state.ts'),
    import('../../report/introduction.ts'),
    import('../../resolve/prompt/ask-options.ts'),
  ]);
  reporter.say(introduction(project, await findGitState(project.root), reporter.look));
  // What would end the run ends it before anybody has answered anything.
  if (!invocation.dryRun) await assertUsableFormatter(project);
  const folder = pathWithin(host.cwd, invocation.cwd);
  const refused = new Set<string>();
  const ask = async (before: Written, isAgain: boolean): Promise<ChosenOptions> => {
    const resolved = resolve({ ...sources, prompt: promptSource(before) }, project, { isDraft: true });
    const answers = { ...before, ...(await askOptions({ resolved, project, folder, isAgain }, host)) };
    const answered = resolve({ ...sources, prompt: promptSource(answers) }, project);
    const chosen = { project, ...answered, replay: replayCommand(answered, folder), change: () => ask(answers, true) };
    return withProviderAsked(chosen, refused, context);
  };
  return ask({}, false);
}

function refuseOldVersions(project: Project, { allowUnsupported }: SetupFlags): void {
  const [outdated] = outdatedVersions(project);
  if (outdated === undefined || allowUnsupported) return;
  throw new CliError('UNSUPPORTED', outdated.text, {
    where: outdated.where,
    hint: `${outdated.remedy}. Or write the code now with --allow-unsupported.`,
  });
}
