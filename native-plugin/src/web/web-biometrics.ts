import type { Biometrics } from '../vaults/local/platform.ts';

/** Newer than TypeScript's declarations. */
interface ClientCapabilities {
  getClientCapabilities?(): Promise<Readonly<Record<string, boolean | undefined>>>;
}

export interface WebBiometrics extends Biometrics {
  /** Making a passkey told for sure what the browser had left open. */
  noteThatPrfIsMissing(): void;
}

/** A platform authenticator that verifies its user, on a host that may have passkeys, in a browser that may have PRF. */
export function webBiometrics(): WebBiometrics {
  let isPrfMissing = false;
  return {
    noteThatPrfIsMissing() {
      isPrfMissing = true;
    },
    isSupported: () => Promise.resolve(typeof PublicKeyCredential !== 'undefined'),
    async isAvailable() {
      if (isPrfMissing || typeof PublicKeyCredential === 'undefined' || isAddress(location.hostname)) return false;
      const isThere = await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
      return isThere && (await mayHavePrf());
    },
  };
}

/** A relying party id is a domain; an IP address is none. WebAuthn §5.1.2. */
function isAddress(hostname: string): boolean {
  return hostname.includes(':') || /^[\d.]+$/.test(hostname);
}

async function mayHavePrf(): Promise<boolean> {
  const capabilities = await (PublicKeyCredential as unknown as ClientCapabilities).getClientCapabilities?.();
  return capabilities?.['extension:prf'] !== false;
}
