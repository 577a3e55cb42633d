import { mkdirSync } from 'node:fs';
import { shipTsMorph } from '../../scripts/lib/ship-ts-morph.mjs';
import { shippedTsMorph } from './shipped-ts-morph.ts';
import { dirname } from 'node:path';

/** The edits run on the part of ts-morph and TypeScript that is shipped: what was left out of it shows here. */
export default async function setup(): Promise<void> {
  const folder = dirname(shippedTsMorph);
  mkdirSync(folder, { recursive: true });
  await shipTsMorph(folder);
}
