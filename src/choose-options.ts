import type { Chosen } from './chosen.ts';
import { CliError } from './errors.ts';
import { inspect } from './inspect/inspect.ts';
import { findPluginSource } from './inspect/plugin-source.ts';
import { readAnswersFile } from './inspect/read-answers-file.ts';
import type { Invocation } from './invocation.ts';
import { outdatedVersions } from './options/outdated-versions.ts';
import { promptSource } from './options/read-environment.ts';
import { readSources } from './options/read-sources.ts';
import { replayCommand } from './options/replay.ts';
import { resolve } from './options/resolve.ts';
import type { Sources } from './options/sources.ts';
import type { RunContext } from './run-context.ts';
import type { Project } from './types.ts';

/** Reads the app and what was asked for; asks a person for the rest. */
export async function chooseOptions(context: RunContext, interactive: boolean): Promise<Chosen> {
  const { host, invocation, opened } = context;
  const sources = readSources({
    flags: invocation.flags,
    env: host.env,
    answers: await readAnswersText(context),
    config: opened.setup.configText,
  });
  const project = await inspect(opened, {
    project: projectHint(sources),
    pluginSource: findPluginSource(host.pluginFolder, host.version),
    toolVersion: host.version,
  });
  refuseOldVersions(project, invocation);
  const resolved = resolve(sources, project);
  if (!interactive) return { project, ...resolved };
  const { askOptions } = await import('./options/prompt/ask-options.ts');
  const answered = resolve({ ...sources, prompt: promptSource(await askOptions(resolved, project, host)) }, project);
  return { project, ...answered, replay: replayCommand(answered) };
}

async function readAnswersText({
  host,
  invocation,
}: RunContext): Promise<{ text: string; fileName: string } | undefined> {
  const { answers } = invocation;
  if (answers === undefined) return undefined;
  return { text: await readAnswersFile(host, answers), fileName: answers === '-' ? 'the answers on stdin' : answers };
}

/** The strongest source that names a project; it is needed before the options can be resolved. */
function projectHint({ flag, environment, answers, config }: Sources): string | undefined {
  const named = [flag, environment, answers, config].map((source) => source?.values['project']);
  return named.find((value) => typeof value === 'string');
}

function refuseOldVersions(project: Project, { allowUnsupported }: Invocation): void {
  const [outdated] = outdatedVersions(project);
  if (outdated === undefined || allowUnsupported) return;
  throw new CliError('UNSUPPORTED', outdated.text, {
    where: { path: 'package.json' },
    hint: `Update first: ${outdated.guide}. Or write the code now with --allow-unsupported.`,
  });
}
