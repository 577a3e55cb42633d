// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The app and the phone that it runs on, in Java. */
export const phoneHost = fileURLToPath(new URL('../../../native-plugin/android/test-host/phone', import.meta.url));

/**
 * Where `scripts/toolchains/install-android.sh` puts Robolectric, androidx and Capacitor.
 *
 * @throws where they are not there
 */
export function phoneLibraries() {
  const list = createHash('sha256');
  for (const file of ['pom.xml', 'npm-sources.txt', 'systems.txt', 'AndroidManifest.xml']) {
    list.update(readFileSync(join(phoneHost, file)));
  }
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const folder = join(cache, `create-identity-vault/android-phone-${list.digest('hex').slice(0, 16)}`);
  if (!existsSync(folder)) throw new Error('Robolectric is not there. To get it: npm run setup:toolchains');
  return folder;
}

/** The systems that can be run: the least one, one in between, and a new one. @returns {readonly number[]} */
export function androidSystems() {
  const lines = readFileSync(join(phoneHost, 'systems.txt'), 'utf8').trim().split('\n');
  return lines.map((line) => Number(line.split(' ')[0]));
}
