import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bareApp, builtApp, preparedApp } from './app.ts';
import { notes } from './app-source.ts';
import { sharesOf, sizeOf, type SiteSize } from './site-size.ts';

/** Gzipped, in bytes. `docs/benchmarks.md` has the figures. */
const limits = { generated: 25_000, initial: 40_000, all: 85_000 };

describe('what a vault adds to the JavaScript of an app', () => {
  let bare: SiteSize;
  let full: SiteSize;
  let shares: ReadonlyMap<string, number>;

  beforeAll(async () => {
    bare = sizeOf(await builtApp(await bareApp()));
    const site = await builtApp(await preparedApp(notes));
    full = sizeOf(site);
    shares = sharesOf(join(site, '..'));
  });

  it('is little of generated code', () => {
    const generated = shares.get('src/app/identity') ?? NaN;

    expect(generated).toBeGreaterThan(1000);
    expect(generated).toBeLessThan(limits.generated);
  });

  it('is mostly loaded when it is needed: the vault, and the pages', () => {
    const initial = full.initial - bare.initial;
    const all = initial + full.lazy - bare.lazy;

    expect(initial).toBeGreaterThan(0);
    expect(initial).toBeLessThan(limits.initial);
    expect(all).toBeLessThan(limits.all);
  });
});
