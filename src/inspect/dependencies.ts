import type { Dependency, Tree } from '../types.ts';
import { type JsonObject, objectAt, readJson, stringAt } from '../json.ts';

/** What package.json asks for, with the installed version of the packages the tool decides by. */
export function readDependencies(tree: Tree, packageJson: JsonObject): ReadonlyMap<string, Dependency> {
  const ranges = { ...objectAt(packageJson, 'devDependencies'), ...objectAt(packageJson, 'dependencies') };
  return new Map(
    Object.entries(ranges)
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
      .map(([name, range]) => [name, readDependency(tree, name, range)]),
  );
}

const deciding =
  /^(@angular\/core|@ionic\/(angular|react|vue)|@capacitor\/(core|cli)|prettier|capacitor-identity-vault)$/;

function readDependency(tree: Tree, name: string, range: string): Dependency {
  const manifest = deciding.test(name) ? readJson(tree, `node_modules/${name}/package.json`) : undefined;
  const installed = stringAt(manifest, 'version');
  const major = majorOf(installed ?? range);
  return {
    range,
    ...(installed === undefined ? {} : { installed }),
    ...(major === undefined ? {} : { major }),
  };
}

/** `catalog:`, `workspace:*`, tags and addresses state no major: unknown, not zero. */
function majorOf(range: string): number | undefined {
  const digits = /^(?:npm:.+@|workspace:)?[~^>=v\s]*(\d+)(?:\.|$|\s|-)/.exec(range)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
