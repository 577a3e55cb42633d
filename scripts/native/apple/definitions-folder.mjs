// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pins = fileURLToPath(new URL('../../toolchains/apple-definitions', import.meta.url));

/**
 * Where `scripts/toolchains/install-apple-definitions.sh` puts them.
 *
 * @throws where they are not there
 */
export function definitionsFolder() {
  const list = createHash('sha256');
  for (const file of ['Cargo.lock', 'capacitor.txt']) list.update(readFileSync(join(pins, file)));
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const folder = join(cache, `create-identity-vault/apple-definitions-${list.digest('hex').slice(0, 16)}`);
  if (!existsSync(folder)) throw new Error('The definitions are not there. To get them: npm run setup:toolchains');
  return folder;
}
