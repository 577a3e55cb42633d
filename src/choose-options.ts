import type { Chosen } from './chosen.ts';
import { CliError } from './errors.ts';
import { inspect } from './inspect/inspect.ts';
import { findPluginSource } from './inspect/plugin-source.ts';
import { pathWithin } from './inspect/path-within.ts';
import { readAnswersFile } from './inspect/read-answers-file.ts';
import type { Invocation } from './invocation.ts';
import { openRecovered } from './open-recovered.ts';
import { outdatedVersions } from './options/outdated-versions.ts';
import { promptSource } from './options/read-environment.ts';
import { readSources } from './options/read-sources.ts';
import { replayCommand } from './options/replay.ts';
import { resolve } from './options/resolve.ts';
import type { Sources } from './options/sources.ts';
import type { RunContext } from './run-context.ts';
import { setupPaths } from './state.ts';
import type { Project } from './types.ts';

/** Reads the app and what was asked for; asks a person for the rest. */
export async function chooseOptions(context: RunContext, interactive: boolean): Promise<Chosen> {
  const { host, invocation } = context;
  const written = { flags: invocation.flags, env: host.env, answers: await readAnswersText(context) };
  const asked = projectHint(readSources(written));
  const opened = await openRecovered(context, { folder: invocation.cwd, cwd: host.cwd, project: asked });
  const { config: configPath } = setupPaths(opened.home);
  const sources = readSources({ ...written, config: opened.setup.configText, configPath });
  const project = await inspect(opened, {
    pluginSource: findPluginSource(host.pluginFolder, host.version),
    toolVersion: host.version,
  });
  refuseOldVersions(project, invocation);
  const resolved = resolve(sources, project);
  if (!interactive) return { project, ...resolved };
  const { askOptions } = await import('./options/prompt/ask-options.ts');
  const answered = resolve({ ...sources, prompt: promptSource(await askOptions(resolved, project, host)) }, project);
  return { project, ...answered, replay: replayCommand(answered, pathWithin(host.cwd, invocation.cwd)) };
}

/** What `--answers` names, where it was given. */
export async function readAnswersText({
  host,
  invocation,
}: RunContext): Promise<{ text: string; fileName: string } | undefined> {
  const { answers } = invocation;
  if (answers === undefined) return undefined;
  return { text: await readAnswersFile(host, answers), fileName: answers === '-' ? 'the answers on stdin' : answers };
}

/** The strongest source that names a project; it is needed before the app, and with it the configuration, is found. */
function projectHint({ flag, environment, answers }: Sources): string | undefined {
  const named = [flag, environment, answers].map((source) => source?.values['project']);
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
