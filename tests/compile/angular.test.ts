import { test } from 'vitest';
import { PackageSet } from './package-set.ts';
import { setUp } from './projects.ts';
import { brokenTemplate, brokenTypes, everyVariant, oncePerText } from './sources.ts';
import { strictest, versions } from './versions.ts';

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

test.concurrent('every flag of the compilers and the strictest lint presets find nothing', async ({ expect }) => {
  const packages = new PackageSet();
  try {
    await packages.install('strictest');
    const sources = { ...everyVariant(22), ...careless };
    const found = await packages.compile(sources, strictest);
    expect(
      found.map(({ path }) => path),
      texts(found),
    ).toEqual(['src/variants/module-careless/careless.ts']);

    const linted = await packages.lint(oncePerText(sources));
    expect([...new Set(linted.map(({ path }) => path))], texts(linted)).toEqual(Object.keys(careless));
  } finally {
    packages.remove();
  }
});

/** Shows that mistakes are found: an index that may not be there, a click that no key gives, a promise nobody waits for. */
const careless = {
  'src/variants/module-careless/careless.html': '<div (click)="go()">Go</div>\n',
  'src/variants/module-careless/careless.ts': `export function first(names: readonly string[]): string {
  return names[0];
}

export async function go(): Promise<void> {
  await Promise.resolve();
}

go();
`,
};

/** The compiler is shown to find mistakes in types once, for every version costs its time. */
const newest = Math.max(...versions.map(({ major }) => major));

function texts(found: readonly { readonly text: string }[]): string {
  return found.map(({ text }) => text).join('\n\n');
}
