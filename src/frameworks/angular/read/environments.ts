import { modulesOf, type Resolution } from '../../../code/modules.ts';
import type { AppProject, Builds } from '../../../model/app-project.ts';
import type { AppPath, Tree } from '../../../model/tree.ts';
import type { Environment } from '../angular-facts.ts';
import { environmentTypes } from './environment-types.ts';
import { originsIn } from './read-api-origins.ts';

/** The object that all of the files have, and that a build's code imports. */
const declaration = /^\s*export\s+const\s+environment\b[^=]*=\s*(?:<[\w$.<>\s]+>\s*|Object\.freeze\(\s*)?\{/m;

/**
 * The files of which each build takes one: the first is what code imports, the others replace it. None where no
 * configuration replaces it: then one file is in every build, and can't say which it is.
 */
export function readEnvironments(
  tree: Tree,
  { builds, sourceRoot }: Pick<AppProject, 'builds' | 'sourceRoot'>,
  resolution: Resolution = {},
): Environment[] {
  const imported = builds === undefined ? undefined : importedFile(tree, builds);
  if (builds === undefined || imported === undefined) return [];
  const takes = (names: readonly string[]): AppPath =>
    names.flatMap((name) => replacedBy(builds, imported, name)).at(-1) ?? imported;
  const names = Object.keys(builds.replacements);
  const paths = [...new Set([imported, ...names.map((name) => takes([name]))])];
  if (paths.some((path) => path.startsWith('../') || !declaration.test(tree.read(path) ?? ''))) return [];
  const typeOf = environmentTypes(tree, { modules: modulesOf(tree, resolution), paths, sourceRoot });
  return paths.map((path) => {
    const type = typeOf(path);
    const configurations = names.filter((name) => takes([name]) === path);
    return {
      path,
      configurations,
      use: useOf(configurations, {
        isUsual: takes(builds.usual) === path,
        isServed: takes(builds.served) === path,
        names,
      }),
      saysProduction: /\bproduction\s*:\s*true\b/.test(tree.read(path) ?? ''),
      origins: originsIn(tree.read(path) ?? '').map(({ origin }) => origin),
      ...(type === undefined ? {} : { type }),
    };
  });
}

function importedFile(tree: Tree, { replacements }: Builds): AppPath | undefined {
  const replaced = Object.values(replacements).flatMap((some) => some.map(({ replace }) => replace));
  return replaced.find((path) => declaration.test(tree.read(path) ?? ''));
}

function replacedBy({ replacements }: Builds, imported: AppPath, configuration: string): AppPath[] {
  return (replacements[configuration] ?? []).filter(({ replace }) => replace === imported).map(({ by }) => by);
}

interface Taken {
  readonly isUsual: boolean;
  readonly isServed: boolean;
  /** Of all configurations. */
  readonly names: readonly string[];
}

/** What is released counts first: a file that the development server takes, too, is that of production. */
function useOf(configurations: readonly string[], { isUsual, isServed, names }: Taken): Environment['use'] {
  const isForRelease = (name: string): boolean => /^prod/i.test(name);
  if (configurations.some(isForRelease) || (isUsual && !names.some(isForRelease))) return 'production';
  return isServed || configurations.some((name) => /^(dev|local)/i.test(name)) ? 'development' : 'other';
}
