// @ts-check
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './sample-app.mjs';

/**
 * Writes the licences of the packages that are part of what is shipped.
 *
 * @param {string} file
 * @param {readonly string[]} inputs paths of the files that were bundled
 */
export function writeNotices(file, inputs) {
  const bundled = inputs.flatMap((path) => /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.replaceAll('\\', '/')) ?? []);
  const notices = [...new Set([...bundled, 'node_modules/typescript'])].sort().map(noticeOf);
  writeFileSync(file, notices.join('\n'));
}

/** @param {string} folder of a package, from the root */
function noticeOf(folder) {
  const home = join(root, folder);
  const { name, license } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const files = readdirSync(home).filter((file) => /^(licen[cs]e|third.?party.?notice|notice)/i.test(file));
  if (files.length === 0) throw new Error(`${name} has no licence file to ship.`);
  const texts = files.map((file) => readFileSync(join(home, file), 'utf8').trim());
  return `${name} (${license})\n\n${texts.join('\n\n')}\n\n${'-'.repeat(80)}\n`;
}
