import { CliError } from '../../model/errors.ts';
import { oidcSettings } from '../../options/oidc-settings.ts';
import { describeError } from '../../report/error-report.ts';
import type { Chosen } from '../../resolve/chosen.ts';
import { withReplay } from '../../resolve/repeatable.ts';
import type { RunContext } from '../run-context.ts';
import type { ChosenOptions } from './chosen-options.ts';
import { lookAtProvider } from './look-at-provider.ts';
import type { SetupFlags } from './setup-flags.ts';

/** The options, with what the provider itself says of them. @throws CliError `USAGE` where it says something else */
export async function withProvider<C extends Chosen>(chosen: C, context: RunContext<SetupFlags>): Promise<C> {
  return { ...chosen, notes: [...chosen.notes, ...(await lookAtProvider(chosen.options, context))] };
}

type Answered = ChosenOptions & Required<Pick<ChosenOptions, 'change'>>;

/**
 * The same for a person, who hears what is wrong and may change the answers.
 * @param refused what was refused before: whoever leaves it as it is gets the error
 */
export async function withProviderAsked(
  chosen: Answered,
  refused: Set<string>,
  context: RunContext<SetupFlags>,
): Promise<ChosenOptions> {
  try {
    return await withProvider(chosen, context);
  } catch (error) {
    const said = JSON.stringify(oidcSettings(chosen.options));
    if (!isRefusal(error) || refused.has(said)) throw withReplay(error, chosen.replay);
    refused.add(said);
    const { reporter } = context;
    reporter.say(`\n${describeError(error, reporter.look.paint, false)}\n`);
    return chosen.change();
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof CliError && error.code === 'USAGE';
}
