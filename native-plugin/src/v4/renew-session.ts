import type { OpenVault } from '../vaults/vault-service.ts';
import { renewValue } from '../vaults/renew-value.ts';
import { toJson } from '../vaults/stored-json.ts';

/** Asks for a new session with the present one. */
export type Refresh = (session: never) => Promise<unknown>;

/** How a session is renewed, and why not. */
export type Renewed = { readonly session: unknown } | { readonly failure: unknown };

/** What `refresh` fails with is the app's, and stays as it is; the vault's own failures are thrown. */
export async function renewSession(vault: OpenVault, rejected: string, refresh: Refresh): Promise<Renewed> {
  let failure: { readonly failure: unknown } | undefined;
  const json = await renewValue(vault, 'session', async (stored) => {
    const session = sessionOf(stored);
    if (session?.token !== rejected) return undefined;
    try {
      return toJson(await refresh(session as never));
    } catch (error) {
      failure = { failure: error };
      return undefined;
    }
  });
  return failure ?? { session: sessionOf(json) };
}

function sessionOf(json: string | undefined): { readonly token?: unknown } | undefined {
  return json === undefined ? undefined : (JSON.parse(json) as { readonly token?: unknown });
}
