import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blocksIn } from '../docs/code-in.ts';
import { PackageSet } from './package-set.ts';
import type { Sources } from './sources.ts';
import { versions } from './versions.ts';

const page = readFileSync(new URL('../../docs/by-hand.md', import.meta.url), 'utf8');

/** Each block says in its first line which file it is. */
function filesOf(markdown: string): Sources {
  return Object.fromEntries(
    blocksIn(markdown, 'ts').map((block) => {
      const [, path] = /^\/\/ (src\/\S+\.ts)\n/.exec(block) ?? [];
      if (path === undefined) throw new Error(`This block names no file:\n${block}`);
      return [path, block] as const;
    }),
  );
}

test('the code of docs/by-hand.md is a whole app for the compiler', async () => {
  const version = versions.find(({ major }) => major === 18)!;
  const packages = new PackageSet();
  try {
    await packages.install('angular-18');
    const files = filesOf(page);
    expect(Object.keys(files)).toHaveLength(7);
    expect(await packages.compile(files, version)).toEqual([]);

    // Templates are checked last, and only where nothing else is wrong: this one mistake shows that all was looked at.
    const unlock = 'src/app/unlock.page.ts';
    const broken = { ...files, [unlock]: files[unlock]!.replace('"unlock()"', '"open()"') };
    const found = await packages.compile(broken, version);
    expect(found.map(({ path }) => path)).toEqual([unlock]);
  } finally {
    packages.remove();
  }
});
