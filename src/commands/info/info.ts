import { askedApp } from '../asked-app.ts';
import { inspectApp } from '../inspect-app.ts';
import { openSteps } from './open-steps.ts';
import { open } from '../../inspect/open.ts';
import { readSources } from '../../resolve/read-sources.ts';
import { resolve } from '../../resolve/resolve.ts';
import { readAnswers, type AnsweredContext } from '../read-answers.ts';
import { addressesOf } from '../../plan/addresses-of.ts';
import { describeInfo, infoToJson, type Info } from '../../report/info-report.ts';
import { setupPaths } from '../../state/setup-paths.ts';

/** What was found in the app, and where the value of each option comes from; nothing is written. */
export async function info(context: AnsweredContext): Promise<number> {
  const { host, invocation } = context;
  const answers = await readAnswers(context);
  const opened = await open(askedApp(context, answers));
  const { config: configPath } = setupPaths(opened.home);
  const project = await inspectApp(host, opened);
  const { flags } = invocation;
  const sources = readSources({ flags, env: host.env, answers, config: opened.setup.configText, configPath });
  const steps = await openSteps(project, sources.config);
  const resolved = resolve(sources, project);
  const addresses = await addressesOf(project, resolved.options);
  const known: Info = { project, ...resolved, addresses, ...(steps === undefined ? {} : { steps }) };
  host.stdout.write(invocation.json ? infoToJson(known) : describeInfo(known));
  return 0;
}
