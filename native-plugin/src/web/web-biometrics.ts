import type { Biometrics } from '../vaults/vault-platform.ts';

/** Newer than TypeScript's declarations. */
interface ClientCapabilities {
  getClientCapabilities?(): Promise<Readonly<Record<string, boolean | undefined>>>;
}

/** A platform authenticator that verifies its user, in a browser that doesn't say it lacks the PRF extension. */
export const webBiometrics: Biometrics = {
  isSupported: () => Promise.resolve(typeof PublicKeyCredential !== 'undefined'),

  async isAvailable() {
    if (typeof PublicKeyCredential === 'undefined') return false;
    const isThere = await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
    return isThere && (await mayHavePrf());
  },
};

/** Only making a passkey tells for sure; where that fails, the mode is refused. */
async function mayHavePrf(): Promise<boolean> {
  const { getClientCapabilities } = PublicKeyCredential as unknown as ClientCapabilities;
  const capabilities = await getClientCapabilities?.call(PublicKeyCredential);
  return capabilities?.['extension:prf'] !== false;
}
