import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { run } from '../../scripts/lib/steps.mjs';
import { androidClasses } from '../../scripts/native/android/android-phone.mjs';
import { newerCalls } from '../../scripts/native/android/api-level.mjs';
import { minSdk } from '../../scripts/native/android/d8.mjs';

const work = mkdtempSync(join(tmpdir(), 'identity-vault-newer-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const { app, ids, capacitorClasses, path } = await androidClasses();

/** @returns what is missed of a class with this member, in this place of the plugin */
async function missingIn(place: string, member: string): Promise<readonly string[]> {
  const classes = mkdtempSync(join(work, 'classes-'));
  const file = join(work, `${place}.java`);
  const name = place.split('/').at(-1) ?? '';
  mkdirSync(dirname(file), { recursive: true });
  const inPackage = `dev.identityvault.capacitor.${dirname(place).replaceAll('/', '.')}`;
  writeFileSync(file, `package ${inPackage};\nfinal class ${name} { ${member} }\n`);
  const against = [app, ids, capacitorClasses, ...path].join(':');
  await run(['javac', '-nowarn', '-encoding', 'UTF-8', '--release', '17', '-cp', against, '-d', classes, file], {
    cwd: work,
  });
  const { missing } = await newerCalls(classes, [app, ids, capacitorClasses]);
  return missing.map((line) => line.replace(/^dev\/identityvault\/capacitor\//, ''));
}

it(`core and platform layer call nothing that Android has only after API ${minSdk}`, async () => {
  const { missing, looked } = await newerCalls(app, [ids, capacitorClasses]);
  expect(missing).toEqual([]);
  const [references = 0, classes = 0] = looked.split(' references of ').map((count) => Number.parseInt(count, 10));
  expect(references).toBeGreaterThan(5000);
  expect(classes).toBeGreaterThan(300);
});

/** A member that someone could write in good faith, and what of it the least Android has not. */
const PLANTED = [
  {
    what: 'a collection',
    place: 'core/codec/P',
    member: 'Object o = java.util.List.of(1);',
    call: 'java/util/List.of(Ljava/lang/Object;)',
  },
  {
    what: 'a method of a map',
    place: 'core/store/P',
    member: 'int f(java.util.Map<String, Integer> m) { return m.getOrDefault("a", 1); }',
    call: 'java/util/Map.getOrDefault(',
  },
  {
    what: 'a method of a text',
    place: 'vaults/P',
    member: 'boolean f(String s) { return s.isBlank(); }',
    call: 'java/lang/String.isBlank()',
  },
  {
    what: 'an interface of a lambda',
    place: 'bridge/P',
    member: 'Object o = (java.util.function.BooleanSupplier) () -> true;',
    call: 'java/util/function/BooleanSupplier',
  },
  {
    what: 'a method that is only named',
    place: 'vaults/P',
    member: 'interface Of { int it(int a, int b); } Of o = Integer::sum;',
    call: 'java/lang/Integer.sum(II)I',
  },
  {
    what: 'an exception',
    place: 'keystore/P',
    member:
      'void f() { try { hashCode(); } catch (android.security.keystore.StrongBoxUnavailableException e) { toString(); } }',
    call: 'android/security/keystore/StrongBoxUnavailableException',
  },
  {
    what: 'an inherited method',
    place: 'lifecycle/P',
    member: 'boolean f(androidx.fragment.app.FragmentActivity a) { return a.isInMultiWindowMode(); }',
    call: 'androidx/fragment/app/FragmentActivity.isInMultiWindowMode()',
  },
  {
    what: 'a file',
    place: 'storage/P',
    member: 'Object f(java.io.File g) { return g.toPath(); }',
    call: 'java/io/File.toPath()',
  },
] as const;

it.each(PLANTED)('it would find $what', async ({ place, member, call }) => {
  const missing = await missingIn(place, member);
  expect(missing.filter((line) => !line.startsWith(`${place}: ${call}`))).toEqual([]);
  expect(missing).not.toEqual([]);
});

it('lets a class for a newer Android call it', async () => {
  expect(await missingIn('api/Api26', 'Object f(java.io.File g) { return g.toPath(); }')).toEqual([]);
});
