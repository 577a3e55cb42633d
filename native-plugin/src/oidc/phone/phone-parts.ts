import { currentService } from '../../vaults/current-service.ts';
import { sharedFlight } from '../../vaults/single-flight.ts';
import type { AuthService } from '../../vaults/auth-service.ts';
import { OidcError } from '../oidc-error.ts';
import type { AllParts } from '../parts.ts';
import type { PendingStore } from '../pending/pending-store.ts';
import { vaultPendingStore } from '../pending/vault-pending-store.ts';
import { pendingValues } from './pending-values.ts';
import { phoneAuthSession } from './phone-auth-session.ts';
import { phoneSend } from './phone-send.ts';

/** What iOS and Android have for each part that isn't given. */
export type PhoneParts = Pick<AllParts, 'authSession' | 'pending' | 'send'>;

/** What differs from client to client. */
export interface PhoneOptions {
  /** Where sign-ins that were begun are kept, if the app keeps them itself. */
  readonly pending: PendingStore | undefined;
  /** Seconds to wait for each answer of the provider. */
  readonly timeout: number;
}

export function phoneParts({ pending = inVault(), timeout }: PhoneOptions): PhoneParts {
  return { authSession: phoneAuthSession(nativeAuth, pending), pending, send: phoneSend(nativeAuth, timeout * 1000) };
}

/** @throws VaultError as the vaults do. OidcError `NotSupported` */
async function nativeAuth(): Promise<AuthService> {
  const { auth } = await currentService();
  if (auth) return auth;
  throw new OidcError('NotSupported', 'The vaults in use here have no browser: give the client authSession and send.');
}

/** Opened when it is needed: a client that is only constructed asks nothing of native code. */
function inVault(): PendingStore {
  const openOnce = sharedFlight<ReturnType<typeof vaultPendingStore>>();
  let opened: PendingStore | undefined;
  const store = () => openOnce(async () => (opened ??= vaultPendingStore(await pendingValues(await currentService()))));
  return {
    put: async (pending) => (await store()).put(pending),
    peek: async () => (await store()).peek(),
    take: async (state) => (await store()).take(state),
  };
}
