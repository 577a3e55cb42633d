// @ts-check
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { templates } from '../templates-plugin.mjs';
import { root } from './sample-app.mjs';

const entry = join(root, 'bin/create-identity-vault.ts');

/**
 * Files of the CLI that few runs load, by what needs them: a module of ours, or a package. Everything else is in two:
 * what every run needs, and the rest.
 */
const apart = [
  { name: 'code', needs: /^\.\/ts-morph\.js$/ },
  { name: 'plist', needs: /node_modules[\\/](plist|@xmldom)[\\/]/ },
  { name: 'yaml', needs: /node_modules[\\/]yaml[\\/]/ },
  { name: 'interview', needs: /^@inquirer\/prompts$/ },
];

/**
 * The CLI. Each file costs about a millisecond to load, whatever is in it, so there are few of them; help and version load
 * the first one only, an untouched check one more. The packages in them cost less than those that Node has to find.
 *
 * @param {{ dist: string, version: string, packages: readonly string[] }} target `packages` are installed with the tool
 * @returns {Promise<string[]>} the modules in it
 */
export async function bundleCli({ dist, version, packages }) {
  const bundle = await rolldown({
    input: entry,
    cwd: root,
    platform: 'node',
    preserveEntrySignatures: 'allow-extension',
    // It would name each module by its path on this machine, where the packages are outside of `cwd`.
    experimental: { attachDebugInfo: 'none' },
    external: [...packages],
    plugins: [templates(), tsMorphApart, withoutProcesses],
    resolve: { mainFields: ['module', 'main'] },
    transform: { target: 'node20.19', define: { __VERSION__: JSON.stringify(version) } },
    treeshake: { moduleSideEffects: [{ test: /node_modules[\\/](plist|xmlbuilder)[\\/]/, sideEffects: false }] },
  });
  const { output } = await bundle.write({
    dir: dist,
    format: 'esm',
    chunkFileNames: '[name]-[hash].js',
    comments: { legal: false },
    codeSplitting: {
      // A file would pull what it needs out of the others, and those would have to load it.
      includeDependenciesRecursively: false,
      groups: [
        { name: 'start', tags: ['$initial'], test: (id) => id !== entry, priority: 2 },
        { name: fileFor, debugName: 'by need', priority: 1 },
      ],
    },
  });
  return output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
}

/** What an untouched `check` loads besides what every run needs: it only compares digests. */
const check = ['src/commands/check/run-check.ts', 'src/report/reporter.ts'].map((path) => join(root, path));

/**
 * @param {string} id
 * @param {import('rolldown').ChunkingContext} graph
 */
function fileFor(id, graph) {
  // It waits for the run: nothing that the run loads may wait for it in turn.
  if (id === entry) return null;
  if (loadedWith(check, graph).has(id)) return 'check';
  const loaded = loadedWith([id], graph);
  return apart.find(({ needs }) => [...loaded].some((one) => needs.test(one)))?.name ?? 'run';
}

/**
 * @param {readonly string[]} ids
 * @param {import('rolldown').ChunkingContext} graph
 */
function loadedWith(ids, graph) {
  const loaded = new Set(ids);
  for (const one of loaded) for (const imported of graph.getModuleInfo(one)?.importedIds ?? []) loaded.add(imported);
  return loaded;
}

/**
 * ts-morph is a file of its own, made from what is needed of it.
 *
 * @type {import('rolldown').Plugin}
 */
const tsMorphApart = {
  name: 'ts-morph-apart',
  resolveId: (source) => (source === 'ts-morph' ? { id: './ts-morph.js', external: true } : undefined),
};

const noProcesses = '\0no-processes';

/**
 * commander loads `node:child_process`, for programs with commands in files of their own. This has none, and would pay
 * for it at each start.
 *
 * @type {import('rolldown').Plugin}
 */
const withoutProcesses = {
  name: 'without-processes',
  resolveId: (source, importer = '') =>
    source === 'node:child_process' && /node_modules[\\/]commander[\\/]/.test(importer) ? noProcesses : undefined,
  load: (id) =>
    id === noProcesses ? `export function spawn() { throw new Error('There is no command in a file.'); }` : undefined,
};
