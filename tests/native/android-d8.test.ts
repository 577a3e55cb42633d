import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { run } from '../../scripts/lib/steps.mjs';
import { androidClasses } from '../../scripts/native/android/android-phone.mjs';
import { dex, minSdk } from '../../scripts/native/android/d8.mjs';

const work = mkdtempSync(join(tmpdir(), 'identity-vault-planted-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const { app, ids, capacitorClasses, system, path } = await androidClasses();

it(`d8 makes of the plugin what Android runs from API ${minSdk} on, and complains about nothing`, async () => {
  const made = await dex([join(app, 'dev')], {
    system,
    path: [capacitorClasses, ids, ...path.filter((one) => one !== system)],
  });
  expect(made.said).toBe('');
  expect(made.bytes).toBeGreaterThan(100_000);
});

it('it refuses what only a newer Android can run', async () => {
  const file = join(work, 'Planted.java');
  writeFileSync(
    file,
    `import java.lang.invoke.MethodHandle;
     final class Planted { static int of(MethodHandle handle) throws Throwable { return (int) handle.invokeExact(); } }`,
  );
  mkdirSync(join(work, 'classes'));
  await run(['javac', '-encoding', 'UTF-8', '--release', '17', '-d', join(work, 'classes'), file], { cwd: work });
  expect((await dex([join(work, 'classes')], { system, path: [] })).said).toMatch(
    /only supported starting with Android O/,
  );
});
