import type { Note } from '../model/plan.ts';
import type { OidcSettings } from '../options/oidc-settings.ts';
import { isAbsent, lacks } from './judge-discovery.ts';
import { expectedOf } from './expected-provider.ts';

type Document = Readonly<Record<string, unknown>>;

/** Asked for by presets and defaults, so that a provider without it is worth a word; of others it need not list all. */
const usualScopes = ['openid', 'profile', 'email', 'offline_access'];

/** What the provider can't do, and the app does without. */
export function notesOn(document: Document, settings: OidcSettings): Note[] {
  const { isSilentOnEnds, scopes } = expectedOf(settings);
  const notes: Note[] = [];
  if (isAbsent(document['end_session_endpoint']) && !isSilentOnEnds) {
    const text =
      'The provider names no place where its sessions end (end_session_endpoint): after a sign-out, the next sign-in may go on there without a question.';
    notes.push({ code: 'no-end-of-session', text });
  }
  if (isAbsent(document['revocation_endpoint']) && !isSilentOnEnds) {
    const text =
      'The provider names no place to revoke tokens (revocation_endpoint): a sign-out deletes the refresh token here, and at the provider it is good until it ends.';
    notes.push({ code: 'no-revocation', text });
  }
  const { grant_types_supported: grants, scopes_supported: offered } = document;
  if (lacks(grants, 'refresh_token')) {
    const text =
      'The provider lists no refresh tokens (grant_types_supported): when a token ends, users sign in again.';
    notes.push({ code: 'no-renewal', text });
  }
  const unlisted = scopes.filter((scope) => usualScopes.includes(scope) && lacks(offered, scope));
  if (unlisted.length > 0) {
    const text = `The provider does not list the scope ${unlisted.join(', ')} (scopes_supported), which the app asks for. If it refuses it, name the scopes yourself: --oidc-scope openid`;
    notes.push({ code: 'scope-not-listed', text });
  }
  return notes;
}
