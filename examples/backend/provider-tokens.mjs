// @ts-check
import { createPublicKey, verify as verifySignature } from 'node:crypto';

/** @typedef {import('./tokens.mjs').Verdict} Verdict */

/** @typedef {import('node:crypto').JsonWebKey & { kid?: string }} PublicKey */

/** @type {Verdict} */
const malformed = { ok: false, reason: 'The token is malformed' };

/**
 * Verifies the access tokens of an OpenID provider (RFC 9068), with the keys that it publishes. An ID token is none: it
 * says to the app who signed in, and opens nothing.
 *
 * @param {{ issuer: string, audience: string, now?: () => number }} options `audience`: this server, as the provider
 *   knows it; `now` is in milliseconds
 */
export function createProviderTokens({ issuer, audience, now = Date.now }) {
  /** @type {readonly PublicKey[]} */
  let keys = [];

  /** @param {string} kid */
  async function keyOf(kid) {
    const known = () => keys.find((key) => key.kid === kid);
    if (!known()) keys = await publishedKeys(issuer);
    return known();
  }

  return {
    /**
     * @param {string} token
     * @returns {Promise<Verdict>}
     */
    async verify(token) {
      const [header, payload, signature, ...rest] = token.split('.');
      if (header === undefined || payload === undefined || signature === undefined || rest.length > 0) return malformed;
      const said = decode(header);
      // Exactly these: a token never chooses its own algorithm, and no other kind of token passes for this one.
      if (said?.['alg'] !== 'RS256' || said['typ'] !== 'at+jwt' || typeof said['kid'] !== 'string') return malformed;
      const key = await keyOf(said['kid']);
      if (!key) return { ok: false, reason: 'The key is unknown' };
      if (!isSignedWith(key, `${header}.${payload}`, signature)) return { ok: false, reason: 'The signature is wrong' };
      return judge(decode(payload) ?? {});
    },
  };

  /**
   * @param {Readonly<Record<string, unknown>>} claims
   * @returns {Verdict}
   */
  function judge({ iss, aud, exp, sub }) {
    if (iss !== issuer) return { ok: false, reason: 'The token is from another issuer' };
    if (aud !== audience) return { ok: false, reason: 'The token is for another server' };
    if (typeof exp !== 'number' || exp * 1000 <= now()) return { ok: false, reason: 'The token expired' };
    return typeof sub === 'string' ? { ok: true, username: sub } : malformed;
  }
}

/**
 * @param {PublicKey} key
 * @param {string} signed
 * @param {string} signature
 */
function isSignedWith(key, signed, signature) {
  const publicKey = createPublicKey({ key, format: 'jwk' });
  return verifySignature('sha256', Buffer.from(signed), publicKey, Buffer.from(signature, 'base64url'));
}

/**
 * @param {string} issuer
 * @returns {Promise<readonly PublicKey[]>}
 */
async function publishedKeys(issuer) {
  const about = await fetch(`${issuer}/.well-known/openid-configuration`);
  const { jwks_uri } = /** @type {{ jwks_uri: string }} */ (await about.json());
  const published = await fetch(jwks_uri);
  return /** @type {{ keys: readonly PublicKey[] }} */ (await published.json()).keys;
}

/**
 * @param {string} part of a token
 * @returns {Readonly<Record<string, unknown>> | undefined}
 */
function decode(part) {
  try {
    const value = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
