import { type JsonObject, objectAt, stringAt } from '../../text/json.ts';
import { readJson } from '../../text/read-json.ts';
import type { Tree } from '../../model/tree.ts';
import { readYaml } from '../app/read-yaml.ts';

/** Versions that a workspace states once, for `catalog:` and `catalog:name`. */
export interface Catalogs {
  /** The range a package.json means; the same where it names no catalog, or one that isn't there. */
  rangeOf(name: string, range: string): string;
}

/** pnpm has them in pnpm-workspace.yaml, Yarn in .yarnrc.yml, Bun in package.json, also below `workspaces`. */
export async function readCatalogs(tree: Tree, folders: readonly string[]): Promise<Catalogs> {
  const usesCatalog = tree.read('package.json')?.includes('"catalog:') ?? false;
  const sources: JsonObject[] = [];
  for (const folder of usesCatalog ? folders : []) {
    const manifest = readJson(tree, `${folder}package.json`) ?? {};
    sources.push(await readYaml(tree, `${folder}pnpm-workspace.yaml`), await readYaml(tree, `${folder}.yarnrc.yml`));
    sources.push(manifest, objectAt(manifest, 'workspaces'));
  }
  return {
    rangeOf(name, range) {
      const [, catalog] = /^catalog:(.*)$/.exec(range) ?? [];
      if (catalog === undefined) return range;
      return sources.map((source) => entryOf(source, catalog, name)).find((found) => found !== undefined) ?? range;
    },
  };
}

function entryOf(source: JsonObject, catalog: string, name: string): string | undefined {
  const named = stringAt(objectAt(objectAt(source, 'catalogs'), catalog || 'default'), name);
  const isDefault = catalog === '' || catalog === 'default';
  return isDefault ? (stringAt(objectAt(source, 'catalog'), name) ?? named) : named;
}
