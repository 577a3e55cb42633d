// @ts-check
import { readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../lib/steps.mjs';

/** Maven's project of the Java core. */
export const host = fileURLToPath(new URL('../../native-plugin/android/test-host/core', import.meta.url));

/** @param {...string} goals */
export function maven(...goals) {
  return run(['mvn', '--quiet', '--batch-mode', '--no-transfer-progress', ...goals], {
    cwd: host,
    // Java 17 takes the encoding of the environment, which may have none.
    env: { JAVA_TOOL_OPTIONS: '-Dfile.encoding=UTF-8' },
  });
}

/**
 * What the core and its tests need beside themselves.
 *
 * @param {string} file that Maven writes
 * @returns {Promise<readonly string[]>} jars
 */
export async function libraries(file) {
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath';
  await maven(goal, `-Dmdep.outputFile=${file}`);
  return readFileSync(file, 'utf8').trim().split(delimiter);
}
