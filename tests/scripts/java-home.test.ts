import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { javaHome } from '../../scripts/native/android/java-home.mjs';

const folder = mkdtempSync(join(tmpdir(), 'identity-vault-java-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder as a Java has it. @param version as it says itself; null: it doesn't say */
function home(name: string, version: string | null, hasProgram = true): string {
  const java = join(folder, name, 'bin/java');
  mkdirSync(join(folder, name, 'bin'), { recursive: true });
  if (version !== null) writeFileSync(join(folder, name, 'release'), `IMPLEMENTOR="X"\nJAVA_VERSION="${version}"\n`);
  if (hasProgram) writeFileSync(java, '');
  if (hasProgram) chmodSync(java, 0o755);
  return join(folder, name);
}

const eight = home('eight', '1.8.0_402');
const seventeen = home('seventeen', '17.0.15');
const twentyOne = home('twenty-one', '21');
const twentyFive = home('twenty-five', '25.0.3');

it('takes the oldest Java that is new enough, wherever it stands', () => {
  expect(javaHome(21, [twentyFive, seventeen, twentyOne])).toBe(twentyOne);
  expect(javaHome(22, [seventeen, twentyFive, twentyOne])).toBe(twentyFive);
  expect(javaHome(17, [eight, twentyOne, seventeen])).toBe(seventeen);
});

it('passes by what is no Java: no folder, no program, no version', () => {
  const others = [join(folder, 'nothing'), home('no-program', '21', false), home('no-version', null)];
  expect(javaHome(21, [...others, twentyFive])).toBe(twentyFive);
});

it('says what is needed, what there is, and how to get it', () => {
  expect(() => javaHome(21, [seventeen])).toThrow(
    `Java 21 or newer is needed, and none was found; there is Java 17 in ${seventeen}. ` +
      'To get it: install one, such as Temurin 21, or name its folder in JAVA_HOME',
  );
  expect(() => javaHome(21, [])).toThrow('there is no other');
});

it('looks at the places of this machine', () => {
  expect(() => javaHome(999)).toThrow('Java 999 or newer is needed');
});
