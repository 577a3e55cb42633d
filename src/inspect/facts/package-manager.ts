import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isObject, stringAt } from '../../text/json.ts';
import { lockFiles } from '../../packages/lock-files.ts';
import { readJson } from '../../text/read-json.ts';
import type { PackageManager, PackageManagerName } from '../../model/project.ts';
import { DiskTree } from '../disk-tree.ts';

const names: readonly string[] = [...new Set(Object.values(lockFiles))];

/**
 * By what the nearest folder that says anything says: package.json's fields, then a lock file. npm when nothing does.
 * A stale lock file above the repository says nothing about this app.
 */
export function detectPackageManager(root: string, workspaceFolder = root): PackageManager {
  const folders = foldersUpTo(root, boundaryOf(root) ?? workspaceFolder);
  const found = folders.map(detectIn).find((result) => result !== undefined);
  const detected: Detected = found ?? { name: 'npm', reason: 'nothing found' };
  const isClassic = detected.name === 'yarn' && !folders.some(isOfModernYarn);
  return { ...detected, ...(isClassic ? { isClassic } : {}), folders };
}

/** Yarn 2 has its own settings file and lock file; a field of package.json may be all there is. */
function isOfModernYarn(folder: string): boolean {
  const tree = new DiskTree(folder);
  const [, major = '1'] = /^yarn@(\d+)/.exec(stringAt(readJson(tree, 'package.json'), 'packageManager') ?? '') ?? [];
  const isItsLock = tree.read('yarn.lock')?.includes('\n__metadata:') ?? false;
  return Number(major) > 1 || isItsLock || tree.read('.yarnrc.yml') !== undefined;
}

type Detected = Pick<PackageManager, 'name' | 'reason' | 'passedOver'>;

function detectIn(folder: string): Detected | undefined {
  const field = fieldIn(folder);
  if (field) return field;
  const there = readdirSync(folder);
  const locks = Object.entries(lockFiles).filter(([file]) => there.includes(file));
  const [first] = locks;
  if (!first) return undefined;
  const passedOver = locks.filter(([, name]) => name !== first[1]).map(([file]) => file);
  return { name: first[1], reason: first[0], ...(passedOver.length === 0 ? {} : { passedOver }) };
}

function fieldIn(folder: string): Detected | undefined {
  const manifest = readJson(new DiskTree(folder), 'package.json');
  const [pinned] = (stringAt(manifest, 'packageManager') ?? '').split('@');
  if (isKnown(pinned)) return { name: pinned, reason: 'packageManager in package.json' };
  const engines = manifest?.['devEngines'];
  const listed = isObject(engines) ? engines['packageManager'] : undefined;
  const wanted = [listed].flat().map((engine) => stringAt(engine, 'name'));
  const known = wanted.find(isKnown);
  return known === undefined ? undefined : { name: known, reason: 'devEngines in package.json' };
}

function isKnown(name: string | undefined): name is PackageManagerName {
  return name !== undefined && names.includes(name);
}

/** The repository the folder is in. */
function boundaryOf(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function foldersUpTo(from: string, last: string): string[] {
  const folders = [from];
  for (let folder = from; folder !== last && folder !== dirname(folder);) {
    folder = dirname(folder);
    folders.push(folder);
  }
  return folders;
}
