import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { OidcError } from '../oidc-error.ts';
import { NoAnswer, PlaceNotAllowed } from './guarded-fetch.ts';

/** Which step failed. */
export type Step = 'discovery' | 'login' | 'renewal';

/** Only signing in again mends these. Entra ID says the last three where a policy asks for more than a token. */
const ENDED = new Set(['invalid_grant', 'interaction_required', 'login_required', 'consent_required']);
/** The server's trouble, said in the words of the protocol. */
const TROUBLE = new Set(['temporarily_unavailable', 'server_error', 'slow_down']);
/** The time is over, or what answered is not the provider: a page of the network one has to sign in to. */
const NO_ANSWER = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_PARSE_ERROR',
]);

/**
 * The library's error as one of ours. The original is dropped: its cause holds the answer's body, and so tokens.
 */
export function failureOf(error: unknown, step: Step): OidcError {
  // What the part that sends has said already; the library puts its own error around it.
  const said = error instanceof ClientError ? error.cause : error;
  if (said instanceof OidcError) return said;
  if (error instanceof PlaceNotAllowed) return new OidcError('ProviderNotTrusted', error.message);
  if (error instanceof NoAnswer) return unreachable();
  if (error instanceof AuthorizationResponseError) return refused(error.error, step, 'LoginRefused');
  if (error instanceof ResponseBodyError) return refused(error.error, step, 'ProviderRefused');
  if (error instanceof ClientError) return invalid(error, step);
  return new OidcError(step === 'login' ? 'LoginFailed' : 'ProviderRefused', 'The provider could not be asked.');
}

function refused(word: string, step: Step, otherwise: 'LoginRefused' | 'ProviderRefused'): OidcError {
  const reason = wordOf(word);
  if (TROUBLE.has(word)) return unreachable(reason);
  if (step === 'renewal' && ENDED.has(word)) {
    return new OidcError('SessionExpired', 'The provider renews the session no more. Sign in again.', reason);
  }
  if (step === 'login' && ENDED.has(word)) return new OidcError('LoginRefused', REFUSED, reason);
  return new OidcError(otherwise, REFUSED, reason);
}

const REFUSED = 'The provider refused.';

function invalid(error: ClientError, step: Step): OidcError {
  if (error.code !== undefined && NO_ANSWER.has(error.code)) return unreachable(wordOf(error.code));
  const reason = claimOf(error) ?? (error.code === undefined ? undefined : wordOf(error.code));
  const code = { discovery: 'ProviderNotTrusted', login: 'LoginFailed', renewal: 'ProviderRefused' } as const;
  return new OidcError(code[step], 'The answer of the provider is not valid.', reason);
}

function unreachable(reason?: string): OidcError {
  return new OidcError('ProviderUnreachable', 'The provider could not be reached. Try again later.', reason);
}

/** The name of the claim that was wrong, never its value. */
function claimOf({ cause }: ClientError): string | undefined {
  const inner = cause instanceof Error ? cause.cause : undefined;
  const claim: unknown = typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'claim') : undefined;
  return typeof claim === 'string' ? wordOf(claim) : undefined;
}

/** A word of the protocol. Whatever else a server put there may be anything, and is not repeated. */
function wordOf(text: string): string | undefined {
  return /^[a-z_]{1,40}$/i.test(text) ? text : undefined;
}
