import type { Host } from '../model/host.ts';

/** Is this a machine that builds, as the services for it say? */
export function isCi({ CI: said }: Host['env']): boolean {
  return said !== undefined && said !== '' && said !== 'false';
}
