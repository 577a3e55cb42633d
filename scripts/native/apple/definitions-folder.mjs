// @ts-check
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../cache-folder.mjs';

/**
 * Where `scripts/toolchains/install-apple-definitions.sh` puts them.
 *
 * @throws where they are not there
 */
export function definitionsFolder() {
  const lists = ['Cargo.lock', 'capacitor.txt'].map((name) =>
    fileURLToPath(new URL(`../../toolchains/apple-definitions/${name}`, import.meta.url)),
  );
  return cacheFolder('apple-definitions', lists);
}
