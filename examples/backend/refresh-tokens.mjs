// @ts-check
import { randomBytes } from 'node:crypto';

/**
 * Refresh tokens that are good once (RFC 6749, section 10.4). Each login begins a family. A token that comes a second
 * time was stolen, or the app made a mistake: nobody of that family is renewed again.
 */
export function createRefreshTokens() {
  /** @type {Map<string, { username: string, latest: string | undefined }>} */
  const families = new Map();

  /** @param {string} family */
  const next = (family) => `${family}.${randomBytes(24).toString('base64url')}`;

  return {
    /** @param {string} username */
    begin(username) {
      const family = randomBytes(12).toString('base64url');
      const latest = next(family);
      families.set(family, { username, latest });
      return latest;
    },

    /**
     * Whose it is, and the one that follows it; nothing for a token that is unknown or was used before.
     *
     * @param {string} token
     */
    rotate(token) {
      const [name = ''] = token.split('.', 1);
      const family = families.get(name);
      if (family?.latest === undefined) return undefined;
      family.latest = family.latest === token ? next(name) : undefined;
      return family.latest === undefined ? undefined : { username: family.username, token: family.latest };
    },
  };
}
