import type { Kdf } from '../../core/ports/ports.ts';

/** PBKDF2-HMAC-SHA-256 of WebCrypto, in browsers and Node. */
export const webCryptoKdf: Kdf = {
  async derive(passcode, salt, iterations) {
    const key = await crypto.subtle.importKey('raw', passcode, 'PBKDF2', false, ['deriveBits']);
    const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
    return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256));
  },
};
