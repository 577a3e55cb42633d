import { test } from 'vitest';
import { PackageSet } from './package-set.ts';
import { setUp } from './projects.ts';
import { brokenTemplate, brokenTypes, everyVariant } from './sources.ts';
import { versions } from './versions.ts';

test.concurrent.for(versions)('Angular $major compiles what is generated', async (version, { expect }) => {
  const { major, miniature } = version;
  const packages = new PackageSet();
  try {
    await packages.install(`angular-${String(major)}`);
    const good = { ...everyVariant(major), ...(await setUp(miniature)) };
    expect(Object.keys(good).length).toBeGreaterThan(80);

    // Templates are checked last, and only where nothing else is wrong: this one mistake shows that they were.
    const found = await packages.compile({ ...good, ...brokenTemplate(major) }, version);
    expect(
      found.map(({ path }) => path),
      texts(found),
    ).toEqual(['src/broken/login/login.page.html']);

    if (major !== newest) return;
    const mistakes = await packages.compile(brokenTypes(major), version);
    expect(mistakes.map(({ path }) => path).sort(), texts(mistakes)).toEqual([
      'src/broken/auth.guard.spec.ts',
      'src/broken/auth.guard.ts',
      'src/broken/testing.ts',
    ]);
  } finally {
    packages.remove();
  }
});

/** The compiler is shown to find mistakes in types once, for every version costs its time. */
const newest = Math.max(...versions.map(({ major }) => major));

function texts(found: readonly { readonly text: string }[]): string {
  return found.map(({ text }) => text).join('\n\n');
}
