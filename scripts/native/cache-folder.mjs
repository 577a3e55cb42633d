// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where a script of `scripts/toolchains` puts what a list asks for: another list gets another folder.
 *
 * @param {string} name
 * @param {readonly string[]} lists files, in the order in which the script reads them
 * @param {string} [command] that puts it there
 * @throws where it is not there
 */
export function cacheFolder(name, lists, command = 'npm run setup:toolchains') {
  const list = createHash('sha256');
  for (const file of lists) list.update(readFileSync(file));
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const folder = join(cache, `create-identity-vault/${name}-${list.digest('hex').slice(0, 16)}`);
  if (!existsSync(folder)) throw new Error(`${name} is not there. To get it: ${command}`);
  return folder;
}
