// @ts-check
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { run } from '../../lib/steps.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const withSwift = join(root, 'scripts/toolchains/with-swift.sh');
const ios = join(root, 'native-plugin/ios');

/**
 * How to start a process of a language that plays the part in a file, on the device in another.
 *
 * @typedef {(part: string, device: string) => import('./killed-process.mjs').Start} Host
 */

/**
 * Builds the one of TypeScript.
 *
 * @param {string} folder for what is built
 * @returns {Promise<Host>}
 */
export async function typescriptHost(folder) {
  const bundle = join(folder, 'hand-over.mjs');
  const entryPoints = [join(root, 'native-plugin/tests/support/hand-over/hand-over.ts')];
  await build({ entryPoints, bundle: true, format: 'esm', platform: 'node', outfile: bundle });
  const host = join(root, 'scripts/native/hand-over/typescript-host.mjs');
  return (part, device) => ({ argv: [process.execPath, host, bundle, part, device], env: {} });
}

/**
 * Builds the one of Swift: its stories are part of its tests. They are built as `npm run test:native` builds them.
 *
 * @returns {Promise<Host>}
 */
export async function swiftHost() {
  await run(['bash', withSwift, 'swift', 'build', '--build-tests', '--enable-code-coverage'], { cwd: ios });
  const bundle = join(ios, '.build/debug/VaultCorePackageTests.xctest');
  const chosen = ['--testing-library', 'swift-testing', '--filter', 'HandOverTests'];
  return (part, device) => ({
    argv: ['bash', withSwift, bundle, ...chosen],
    // Which lines it ran is not asked for.
    env: { HAND_OVER_PART: part, HAND_OVER_DEVICE: device, LLVM_PROFILE_FILE: '/dev/null' },
  });
}
