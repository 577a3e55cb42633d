import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a browser is sent of an app's JavaScript, gzipped, in bytes. */
export interface SiteSize {
  /** Before anything is shown. */
  readonly initial: number;
  /** When it is needed. */
  readonly lazy: number;
}

const staticImport = /(?:\bfrom|\bimport)\s*["']\.\/([\w-]+\.js)["']/g;

/** The scripts of a built site: those that index.html asks for, with all that they import at once, and the others. */
export function sizeOf(site: string): SiteSize {
  const scripts = new Map(
    readdirSync(site)
      .filter((name) => name.endsWith('.js'))
      .map((name) => [name, readFileSync(join(site, name), 'utf8')]),
  );
  const initial = new Set<string>();
  const visit = (name: string): void => {
    const text = scripts.get(name);
    if (text === undefined || initial.has(name)) return;
    initial.add(name);
    for (const [, imported] of text.matchAll(staticImport)) visit(imported ?? '');
  };
  const index = readFileSync(join(site, 'index.html'), 'utf8');
  for (const [, name] of index.matchAll(/(?:src|href)="([\w-]+\.js)"/g)) visit(name ?? '');
  const total = (isInitial: boolean) =>
    [...scripts].reduce((sum, [name, text]) => sum + (initial.has(name) === isInitial ? gzipSync(text).length : 0), 0);
  return { initial: total(true), lazy: total(false) };
}

interface Stats {
  readonly outputs: Readonly<
    Record<
      string,
      { readonly bytes: number; readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }
    >
  >;
}

/** Whose code a build's scripts are, gzipped, in bytes: a package, or a folder of the app. @param build has stats.json and browser/ */
export function sharesOf(build: string): ReadonlyMap<string, number> {
  const { outputs } = JSON.parse(readFileSync(join(build, 'stats.json'), 'utf8')) as Stats;
  const shares = new Map<string, number>();
  for (const [name, { bytes, inputs }] of Object.entries(outputs)) {
    if (!name.endsWith('.js')) continue;
    const gzipped = gzipSync(readFileSync(join(build, 'browser', name))).length / bytes;
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const owner = ownerOf(input);
      shares.set(owner, (shares.get(owner) ?? 0) + bytesInOutput * gzipped);
    }
  }
  return shares;
}

function ownerOf(input: string): string {
  const [, library] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input) ?? [];
  return library ?? (input.includes('src/app/identity/') ? 'src/app/identity' : 'src');
}
