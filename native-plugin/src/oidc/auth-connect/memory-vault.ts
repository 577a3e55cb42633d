import type { OidcSession } from '../oidc-session.ts';
import type { OidcVault } from '../oidc-vault.ts';

/** For one call: Auth Connect hands the session to the app, which keeps it. */
export function memoryVault(session?: OidcSession): OidcVault {
  let kept = session;
  const get = () => Promise.resolve(kept);
  const put = (next: OidcSession) => Promise.resolve(void (kept = next));
  return {
    getSession: get,
    restoreSession: get,
    login: put,
    saveSession: put,
    refreshSession: async (_rejected, refresh) => (kept = kept && (await refresh(kept))),
    logout: () => Promise.resolve(void (kept = undefined)),
  };
}
