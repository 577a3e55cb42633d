import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PluginSource } from '../../model/project.ts';

/**
 * A release installs the published package of the same version; a source checkout installs the archive its build
 * packed, because that version is nowhere to be downloaded.
 */
export function findPluginSource(folder: string, version: string): PluginSource {
  const fileName = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.tgz')) : undefined;
  return fileName === undefined
    ? { kind: 'spec', spec: `^${version}` }
    : { kind: 'archive', fileName, bytes: readFileSync(join(folder, fileName)) };
}
