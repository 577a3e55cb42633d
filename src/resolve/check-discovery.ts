import type { Discovered } from '../model/discovered.ts';
import { CliError } from '../model/errors.ts';
import type { Note } from '../model/plan.ts';
import type { OidcSettings } from '../options/oidc-settings.ts';
import { notesOn } from './discovery-notes.ts';
import { problemsOf } from './judge-discovery.ts';

/**
 * What the provider says of itself, beside what was said of it.
 * @returns what is worth knowing; that nobody answered is no failure
 * @throws CliError `USAGE`: with this issuer nobody can ever sign in
 */
export function checkDiscovery(found: Discovered, settings: OidcSettings, url: string): Note[] {
  if (found.kind === 'unreached') {
    const text = `The provider was not reached (${found.why}), so nothing says whether the issuer is right. ${url} has to name exactly ${settings.issuer}.`;
    return [{ code: 'provider-not-reached', text }];
  }
  if (found.kind === 'other') {
    const text = `issuer: ${found.what} came where the discovery document of ${settings.issuer} should be`;
    throw unusable([text], url);
  }
  const problems = problemsOf(found.document, settings);
  if (problems.length > 0) throw unusable(problems, url);
  return notesOn(found.document, settings);
}

function unusable(problems: readonly string[], url: string): CliError {
  const [first = ''] = problems;
  const where = `Looked at: ${url}\nNothing was written. --no-discovery goes on without a look.`;
  return problems.length === 1
    ? new CliError('USAGE', first, { hint: where })
    : new CliError('USAGE', 'With this provider nobody can sign in:', {
        hint: `${problems.map((problem) => `- ${problem}`).join('\n')}\n${where}`,
      });
}
