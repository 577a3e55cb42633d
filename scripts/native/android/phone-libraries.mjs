// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../cache-folder.mjs';

/** The app and the phone that it runs on, in Java. */
export const phoneHost = fileURLToPath(new URL('../../../native-plugin/android/test-host/phone', import.meta.url));

/**
 * Where `scripts/toolchains/install-android.sh` puts Robolectric, androidx and Capacitor.
 *
 * @throws where they are not there
 */
export function phoneLibraries() {
  const lists = ['pom.xml', 'npm-sources.txt', 'systems.txt', 'AndroidManifest.xml'];
  return cacheFolder(
    'android-phone',
    lists.map((name) => join(phoneHost, name)),
  );
}
