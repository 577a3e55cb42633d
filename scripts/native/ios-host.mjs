// @ts-check
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../lib/steps.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The Swift package that runs the iOS plugin's sources over fakes of Apple's modules. */
export const iosHost = join(root, 'native-plugin/ios/test-host');

/** @param {readonly string[]} argv @param {NodeJS.ProcessEnv} [env] */
export function withSwift(argv, env = {}) {
  return run(['bash', join(root, 'scripts/toolchains/with-swift.sh'), ...argv], { cwd: iosHost, env });
}
