// @ts-check
import { readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../lib/steps.mjs';
import { minSdk } from './d8.mjs';
import { javaHome } from './java-home.mjs';
import { phoneLibraries } from './phone-libraries.mjs';

const program = fileURLToPath(new URL('ApiLevel.java', import.meta.url));

/** Behind a look at the version; `com.example` is the app of the tests. */
const EXCEPT = String.raw`com/example/.*|dev/identityvault/capacitor/api/Api\d\d(\$.*)?`;

/** Of what runs on the machine of the tests, not on a phone. */
const NOT_SHIPPED = /^(?:asm|robolectric|shadows|sandbox|junit|guava)/;

/**
 * What compiled classes call that the least Android has not.
 *
 * @param {string} folder with the classes
 * @param {readonly string[]} besides folders with classes that they call
 * @returns {Promise<{ missing: readonly string[], looked: string }>} looked: at how much
 */
export async function newerCalls(folder, besides) {
  const libraries = phoneLibraries();
  const jars = readdirSync(join(libraries, 'classes')).map((name) => join(libraries, 'classes', name));
  const isAsm = (/** @type {string} */ jar) => /\/asm-/.test(jar);
  const shipped = jars.filter((jar) => !NOT_SHIPPED.test(jar.split('/').at(-1) ?? ''));
  const said = await run(
    [
      join(javaHome(17), 'bin/java'),
      ...['-cp', jars.filter(isAsm).join(delimiter), program, folder, EXCEPT],
      ...[leastSystem(libraries), join(javaHome(17), 'lib/ct.sym'), ...besides, ...shipped],
    ],
    { cwd: folder },
  );
  const lines = said.split('\n');
  return { missing: lines.slice(0, -1), looked: lines.at(-1) ?? '' };
}

/** @param {string} libraries */
function leastSystem(libraries) {
  const release = { 23: '6.0' }[minSdk];
  const name = readdirSync(join(libraries, 'systems')).find((file) => file.includes(`-instrumented-${release}.`));
  if (name === undefined) throw new Error(`no Android of API ${minSdk} is among the systems`);
  return join(libraries, 'systems', name);
}
