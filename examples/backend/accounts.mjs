// @ts-check
import { randomBytes, randomInt, scryptSync, timingSafeEqual } from 'node:crypto';

/** @typedef {{ username: string, name: string, email: string, age: number, nicknames: string[] }} Account */
/** @typedef {Account & { password: string }} NewAccount */

/** Letters and digits that can't be mistaken for one another when they are typed from a terminal. */
const readable = 'abcdefghjkmnpqrstuvwxyz23456789';

/** The demo's only user, with a password that is new on every start. */
export function createDemoAccount() {
  const group = () => Array.from({ length: 4 }, () => readable[randomInt(readable.length)]).join('');
  return {
    username: 'ada',
    password: `${group()}-${group()}`,
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    age: 36,
    nicknames: ['Countess'],
  };
}

/**
 * Checks passwords; keeps only salted hashes.
 *
 * @param {readonly NewAccount[]} newAccounts
 */
export function createAccounts(newAccounts) {
  const salt = randomBytes(16);
  const digest = (/** @type {string} */ password) => scryptSync(password, salt, 32);
  const entries = new Map(
    newAccounts.map(({ password, ...account }) => [account.username, { account, hash: digest(password) }]),
  );
  const nobody = { account: undefined, hash: randomBytes(32) };

  return {
    /** @param {string} username */
    find: (username) => entries.get(username)?.account,

    /**
     * The account, or nothing for a wrong name or password. A wrong name costs as much as a wrong password: the time
     * an answer takes doesn't tell which names exist.
     *
     * @param {string} username
     * @param {string} password
     * @returns {Account | undefined}
     */
    authenticate(username, password) {
      const { account, hash } = entries.get(username) ?? nobody;
      return timingSafeEqual(hash, digest(password)) ? account : undefined;
    },
  };
}
