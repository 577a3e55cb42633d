import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { shipTsMorph } from '../../scripts/lib/ship-ts-morph.mjs';
import { shippedTsMorph } from './shipped-ts-morph.ts';

/**
 * The tool runs on the part of ts-morph and TypeScript that is shipped: what was left out of it shows here, and a process
 * starts in half the time. Several suites ask for it; it is made once in a run.
 */
export default async function setup(): Promise<void> {
  if (process.env['SHIPPED_TS_MORPH'] === shippedTsMorph) return;
  process.env['SHIPPED_TS_MORPH'] = shippedTsMorph;
  // Into its place in one step: another run of tests may be loading it.
  const folder = join(dirname(shippedTsMorph), String(process.pid));
  mkdirSync(folder, { recursive: true });
  await shipTsMorph(folder);
  renameSync(join(folder, basename(shippedTsMorph)), shippedTsMorph);
  rmSync(folder, { recursive: true });
}
