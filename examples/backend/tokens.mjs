// @ts-check
import { generateKeyPairSync, randomUUID, sign, verify } from 'node:crypto';

/** Why a token was refused; the words go into `WWW-Authenticate` (RFC 6750, section 3). */
/** @typedef {{ ok: true, username: string } | { ok: false, reason: string }} Verdict */

/**
 * Issues and verifies JSON Web Tokens signed with Ed25519 (RFC 7519, RFC 8037).
 * The key lives as long as this object: after a restart every earlier token is refused.
 *
 * @param {{ issuer: string, lifetimeSeconds: number, now?: () => number }} options `now` is in milliseconds
 */
export function createTokens({ issuer, lifetimeSeconds, now = Date.now }) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const header = encode({ alg: 'EdDSA', typ: 'JWT' });
  const seconds = () => Math.floor(now() / 1000);

  return {
    /** @param {string} username */
    issue(username) {
      const issuedAt = seconds();
      const claims = { iss: issuer, sub: username, iat: issuedAt, exp: issuedAt + lifetimeSeconds, jti: randomUUID() };
      const signed = `${header}.${encode(claims)}`;
      return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
    },

    /**
     * @param {string} token
     * @returns {Verdict}
     */
    verify(token) {
      const [tokenHeader, payload, signature, ...rest] = token.split('.');
      // The header is compared whole, so that the token never chooses its own algorithm.
      if (tokenHeader !== header || payload === undefined || signature === undefined || rest.length > 0) {
        return { ok: false, reason: 'The token is malformed' };
      }
      const signed = Buffer.from(`${tokenHeader}.${payload}`);
      if (!verify(null, signed, publicKey, Buffer.from(signature, 'base64url'))) {
        return { ok: false, reason: 'The signature is wrong' };
      }
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
      if (claims.iss !== issuer) return { ok: false, reason: 'The token is from another issuer' };
      if (claims.exp <= seconds()) return { ok: false, reason: 'The token expired' };
      return { ok: true, username: claims.sub };
    },
  };
}

/** @param {unknown} value */
function encode(value) {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
