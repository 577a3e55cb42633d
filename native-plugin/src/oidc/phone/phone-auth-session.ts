import type { AuthService } from '../../vaults/auth-service.ts';
import type { AuthSession, AuthSessionRequest, AuthSessionResult } from '../auth-session.ts';
import { OidcError } from '../oidc-error.ts';
import type { PendingStore } from '../pending/pending-store.ts';
import { isCallbackUrl } from './callback-url.ts';
import { withoutRefusal } from './without-refusal.ts';

/** The browser window of the native part. @param pending what an address that arrives may be the answer to */
export function phoneAuthSession(auth: () => Promise<AuthService>, pending: PendingStore): AuthSession {
  return {
    async open(request) {
      if (!isCallbackUrl(request.callbackUrl)) throw noWayBack();
      const opened = await withoutRefusal(async () => (await auth()).openSession(nativeRequest(request)));
      return resultOf(opened, request);
    },

    async arrived() {
      const begun = await pending.peek();
      if (!begun || !isCallbackUrl(begun.redirectUri)) return undefined;
      return (await auth()).takeCallback({ callbackUrl: begun.redirectUri, state: begun.state });
    },

    // There is no address bar.
    forget: () => Promise.resolve(),
  };
}

function nativeRequest({ url, callbackUrl, state, isEphemeral }: AuthSessionRequest) {
  return { url, callbackUrl, isEphemeral, ...(state !== undefined && { state }) };
}

/** @throws OidcError `LoginFailed`: native code took another address for the answer */
function resultOf(url: string | undefined, request: AuthSessionRequest): AuthSessionResult {
  if (url === undefined) return { kind: 'canceled' };
  if (!request.isAnswer(url))
    throw new OidcError('LoginFailed', 'What came back is no answer to this sign-in.', 'state');
  return { kind: 'callback', url };
}

function noWayBack(): OidcError {
  const message =
    "On iOS and Android redirectUri and postLogoutRedirectUri must be of a scheme of the app's own with a dot in it, such as " +
    'com.example.app:/auth/callback, or https without a port, and have no query and no fragment.';
  return new OidcError('InvalidConfig', message);
}
