import { isNative } from '../../vaults/is-native.ts';
import { OidcError } from '../oidc-error.ts';
import type { AllParts, OidcParts } from '../parts.ts';
import { redirectAuthSession } from './redirect-auth-session.ts';
import { tabPendingStore } from './tab-pending-store.ts';
import { wireClock } from '../../http/wire-clock.ts';

/** What the web has for each part that isn't given. @throws OidcError `NotSupported` */
export function withDefaults(parts: OidcParts): AllParts {
  const { vault, authSession, pending, send } = parts;
  // The page of a phone's app must not go to the provider: the user would sign in inside of the app, and never come back.
  const isMissing = [authSession, pending, send].includes(undefined);
  if (isMissing && isNative()) {
    throw new OidcError('NotSupported', 'On iOS and Android give the client authSession, pending and send.');
  }
  return {
    vault,
    authSession: authSession ?? redirectAuthSession,
    pending: pending ?? tabPendingStore(),
    send: send ?? ((url, init) => fetch(url, init)),
    clock: parts.clock ?? wireClock,
  };
}
