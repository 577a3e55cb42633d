import { isNative } from '../../vaults/is-native.ts';
import type { AllParts, OidcParts } from '../parts.ts';
import type { PhoneOptions, PhoneParts } from '../phone/phone-parts.ts';
import { redirectAuthSession } from './redirect-auth-session.ts';
import { tabPendingStore } from './tab-pending-store.ts';
import { wireClock } from '../../http/wire-clock.ts';

/** What the platform has for each part that isn't given. @param timeout seconds to wait for each answer of the provider */
export function withDefaults(parts: OidcParts, timeout: number): AllParts {
  const { vault, authSession, pending, send, clock = wireClock } = parts;
  if (!isNative()) {
    return {
      vault,
      authSession: authSession ?? redirectAuthSession,
      pending: pending ?? tabPendingStore(),
      send: send ?? ((url, init) => fetch(url, init)),
      clock,
    };
  }
  // The page of a phone's app must not go to the provider: the user would sign in inside of the app, and never come back.
  const phone = onPhone({ pending, timeout });
  return {
    vault,
    authSession: authSession ?? phone.authSession,
    pending: pending ?? phone.pending,
    send: send ?? phone.send,
    clock,
  };
}

/** Loaded with the first call, so that pages of the web never do. */
function onPhone(options: PhoneOptions): PhoneParts {
  let loaded: Promise<PhoneParts> | undefined;
  const parts = () => (loaded ??= import('../phone/phone-parts.ts').then(({ phoneParts }) => phoneParts(options)));
  return {
    authSession: {
      open: async (request) => (await parts()).authSession.open(request),
      arrived: async () => (await parts()).authSession.arrived(),
      forget: async () => (await parts()).authSession.forget(),
    },
    pending: {
      put: async (pending) => (await parts()).pending.put(pending),
      peek: async () => (await parts()).pending.peek(),
      take: async (state) => (await parts()).pending.take(state),
    },
    send: async (url, init) => (await parts()).send(url, init),
  };
}
