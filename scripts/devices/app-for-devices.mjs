// @ts-check
import { StepFailed } from '../lib/steps.mjs';

/** What is looked for where no secret may be: a text that nothing else in an app or a log has. */
export const canary = 'canary-7f3a9c';

/**
 * The sign-in client of the sample app, so that a phone needs no server: any name and password sign in.
 *
 * @param {string} source as it is generated
 * @returns {string}
 * @throws {StepFailed} where the client is generated otherwise than this knows
 */
export function withoutServer(source) {
  const signIn = /( {2}async signIn\(\{ username, password \}: Credentials\): Promise<Session> \{\n)[^]*?\n( {2}\}\n)/;
  const session = `{ username, token: '${canary}', email: '${canary}@example.com' }`;
  return replaced(source, signIn, `$1    return ${session};\n$2`);
}

/**
 * The identity service of the sample app, which the web inspector's console has as `identity`.
 *
 * @param {string} source as it is generated
 * @returns {string}
 * @throws {StepFailed} where the service is generated otherwise than this knows
 */
export function inConsole(source) {
  const constructed = /( {2}constructor\(\) \{\n[^]*?\n)( {2}\}\n)/;
  return replaced(source, constructed, '$1    Object.assign(globalThis, { identity: this });\n$2');
}

/** @type {(source: string, from: RegExp, to: string) => string} */
function replaced(source, from, to) {
  if (from.test(source)) return source.replace(from, to);
  throw new StepFailed('The generated code has another shape than scripts/devices knows: change app-for-devices.mjs.');
}
