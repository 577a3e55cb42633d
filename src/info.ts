import { inspect } from './inspect/inspect.ts';
import { open } from './inspect/open.ts';
import { findPluginSource } from './inspect/plugin-source.ts';
import { readAnswersText } from './choose-options.ts';
import { readSources } from './options/read-sources.ts';
import { resolve } from './options/resolve.ts';
import { describeInfo, infoToJson, type Info } from './report/info-report.ts';
import type { RunContext } from './run-context.ts';
import { setupPaths } from './state.ts';

/** What was found in the app, and where the value of each option comes from; nothing is written. */
export async function info(context: RunContext): Promise<number> {
  const { host, invocation } = context;
  const written = { flags: invocation.flags, env: host.env, answers: await readAnswersText(context) };
  const { project: named } = invocation.flags;
  const asked = { folder: invocation.cwd, cwd: host.cwd, project: typeof named === 'string' ? named : undefined };
  const opened = await open(asked);
  const { config: configPath } = setupPaths(opened.home);
  const project = await inspect(opened, {
    pluginSource: findPluginSource(host.pluginFolder, host.version),
    toolVersion: host.version,
  });
  const sources = readSources({ ...written, config: opened.setup.configText, configPath });
  const known: Info = { project, ...resolve(sources, project) };
  host.stdout.write(invocation.json ? infoToJson(known) : describeInfo(known));
  return 0;
}
