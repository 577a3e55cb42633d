import { isCi } from '../../cli/is-ci.ts';
import type { Note } from '../../model/plan.ts';
import { oidcSettings } from '../../options/oidc-settings.ts';
import type { Options } from '../../options/options.ts';
import type { RunContext } from '../run-context.ts';
import type { SetupFlags } from './setup-flags.ts';

/**
 * Asks the OpenID provider what it says of itself, before anything is planned. A dry run and CI ask nobody: what they say
 * follows from the app and the options alone.
 * @throws CliError `USAGE`: it says something else than the options
 */
export async function lookAtProvider(options: Options, context: RunContext<SetupFlags>): Promise<readonly Note[]> {
  const { host, invocation, reporter } = context;
  const settings = oidcSettings(options);
  if (settings === undefined || invocation.dryRun || !invocation.discovery || isCi(host.env)) return [];
  const [{ discoveryUrl, readDiscovery }, { checkDiscovery }] = await Promise.all([
    import('../../inspect/facts/discovery-document.ts'),
    import('../../resolve/check-discovery.ts'),
  ]);
  const url = discoveryUrl(settings.issuer);
  reporter.say(`Looking at ${url}\n`);
  return checkDiscovery(await readDiscovery(settings.issuer, host.fetch), settings, url);
}
