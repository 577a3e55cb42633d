// @ts-check
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../lib/steps.mjs';

/**
 * The Java files of a folder and of those in it.
 *
 * @param {string} folder
 */
export function javaFiles(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.java')).map((file) => join(folder, file));
}

/**
 * Compiles without what Maven adds, which would take several times as long: error-prone and the warnings.
 *
 * @param {readonly string[]} sources files
 * @param {string} target folder of the classes; beside it a list of the sources is left
 * @param {readonly string[]} [classPath]
 */
export async function compileJava(sources, target, classPath = []) {
  // As arguments they would be too many for some systems.
  const list = `${target}-files`;
  mkdirSync(target, { recursive: true });
  writeFileSync(list, sources.map((file) => `"${file}"`).join('\n'));
  const options = ['--release', '17', '-nowarn', '-proc:none', '-encoding', 'UTF-8'];
  const path = classPath.length > 0 ? ['-cp', classPath.join(delimiter)] : [];
  await run(['javac', ...options, ...path, '-d', target, `@${list}`], { cwd: target });
}
