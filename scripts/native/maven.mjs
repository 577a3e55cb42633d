// @ts-check
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
