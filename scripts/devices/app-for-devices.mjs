// @ts-check
import { StepFailed } from '../lib/steps.mjs';

/** What is looked for where no secret may be: a text that nothing else in an app or a log has. */
export const canary = 'canary-7f3a9c';

/**
 * The identity service of the sample app, so that a phone needs no server: any name and password sign in, and the web
 * inspector's console has the service as `identity`.
 *
 * @param {string} source as it is generated
 * @returns {string}
 * @throws {StepFailed} where the service is generated otherwise than this knows
 */
export function withoutServer(source) {
  const signIn = /( {2}async signIn\(\{ username, password \}: Credentials\): Promise<void> \{\n)[^]*?\n( {2}\}\n)/;
  const constructed = /( {2}constructor\(\) \{\n[^]*?\n)( {2}\}\n)/;
  const session = `{ username, token: '${canary}', email: '${canary}@example.com' }`;
  if (!signIn.test(source) || !constructed.test(source)) {
    throw new StepFailed(
      'The identity service has another shape than scripts/devices knows: change app-for-devices.mjs.',
    );
  }
  return source
    .replace(signIn, `$1    await this.login(${session});\n$2`)
    .replace(constructed, '$1    Object.assign(globalThis, { identity: this });\n$2');
}
