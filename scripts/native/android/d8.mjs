// @ts-check
import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StepFailed, run } from '../../lib/steps.mjs';
import { findCommand } from '../../lib/toolchains.mjs';
import { cacheFolder } from '../cache-folder.mjs';

const testHost = fileURLToPath(new URL('../../../native-plugin/android/test-host', import.meta.url));

/** The least Android that the plugin is for, as its own build says. */
export const minSdk = Number(
  /minSdkVersion .* : (\d+)/.exec(readFileSync(join(testHost, '..', 'build.gradle'), 'utf8'))?.[1],
);

/**
 * Makes of classes what Android runs, as Gradle would.
 *
 * @param {readonly string[]} folders with classes
 * @param {{ system: string, path: readonly string[] }} against
 * @returns {Promise<{ bytes: number, said: string }>} size of the result, and what d8 complained about
 */
export async function dex(folders, { system, path }) {
  const java = realpathSync(findCommand('java') ?? 'java');
  const output = mkdtempSync(join(tmpdir(), 'identity-vault-d8-'));
  try {
    const said = await run(
      [
        'java',
        ...['-cp', join(cacheFolder('android-d8', [join(testHost, 'd8.txt')]), 'd8.jar')],
        ...['com.android.tools.r8.D8', '--release', '--min-api', String(minSdk), '--output', output],
        // What Android has of Java's own classes is not in the system's archive.
        ...['--lib', system, '--lib', dirname(dirname(java))],
        ...path.flatMap((one) => ['--classpath', one]),
        ...folders.flatMap((folder) => classesIn(folder)),
      ],
      { cwd: testHost },
    );
    return { bytes: readFileSync(join(output, 'classes.dex')).length, said };
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    return { bytes: 0, said: error.message };
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function classesIn(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.class')).map((file) => join(folder, file));
}
