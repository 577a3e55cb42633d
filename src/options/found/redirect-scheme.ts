import type { DefaultContext, Fallback } from '../option.ts';
import { schemeKind } from '../oidc-kinds.ts';

/** The id of the app, as RFC 8252 has it: nobody else has this scheme. A scheme has no underscore and no capitals. */
export function findRedirectScheme({ project }: DefaultContext): Fallback<string> {
  const { appId = '' } = project.capacitor;
  const parsed = schemeKind.parse(appId.replaceAll('_', '-'));
  return { value: 'value' in parsed ? parsed.value : undefined, origin: 'detected' };
}
