// @ts-check
import { posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Layer One folder, or one file, of the tool's source.
 * @property {string} at Its path in the repository; `*` is any one folder. The longest match counts, so a folder's
 *   entry doesn't speak for the folders and files in it that have entries of their own.
 * @property {readonly string[]} [imports] Other layers that it may import, types and lazy imports alike. Only layers that
 *   come before it in the table, which therefore has no circle.
 * @property {readonly string[]} [packages] Packages it may import; of Node's, each module.
 */

/** The pipeline: data goes one way, so a stage imports no later one. */
export const stages = ['inspect', 'resolve', 'plan', 'render', 'diff', 'apply', 'report'].map((name) => `src/${name}`);

const nouns = ['src/model', 'src/text', 'src/state'];
const frameworkSeam = ['src/frameworks/framework.ts', 'src/frameworks/refusal.ts'];
const wholeCatalog = ['src/options', 'src/options/catalog'];

/**
 * What each folder may import: what is not listed is forbidden. From the bottom to the top.
 * @type {readonly Layer[]}
 */
export const layers = [
  // The nouns, and what knows texts and files but no vault.
  { at: 'src/model' },
  { at: 'src/text', imports: ['src/model'], packages: ['diff', 'jsonc-parser'] },
  { at: 'src/state', imports: ['src/model', 'src/text'] },
  { at: 'src/formatter', imports: ['src/model'] },
  { at: 'src/code', imports: ['src/model', 'src/text'], packages: ['ts-morph', 'node:path'] },
  { at: 'src/edits', imports: ['src/model', 'src/code'], packages: ['@xmldom/xmldom', 'plist', 'jsonc-parser'] },

  // What all apps have. The catalog of options is above the frameworks, which add options of their own to it.
  { at: 'src/options', imports: nouns, packages: ['jsonc-parser'] },
  { at: 'src/packages', imports: [...nouns, 'src/options'], packages: ['jsonc-parser', 'node:path'] },
  { at: 'src/platforms', imports: ['src/model', 'src/options'] },

  // The seam, what is behind it, and the registry. One framework doesn't know another, and nothing goes around the registry.
  { at: 'src/frameworks/framework.ts', imports: ['src/model', 'src/code', 'src/options', 'src/frameworks/refusal.ts'] },
  { at: 'src/frameworks/refusal.ts', imports: ['src/model', 'src/text'] },
  {
    at: 'src/frameworks/*',
    imports: [
      ...['src/model', 'src/code', 'src/options'],
      ...frameworkSeam,
      ...['src/frameworks/*/read', 'src/frameworks/*/edits'],
    ],
    packages: ['virtual:templates'],
  },
  {
    at: 'src/frameworks/*/read',
    imports: ['src/model', 'src/text', 'src/code', 'src/frameworks/refusal.ts', 'src/frameworks/*'],
    packages: ['ts-morph', 'node:path'],
  },
  {
    at: 'src/frameworks/*/edits',
    imports: ['src/model', 'src/code', 'src/frameworks/*/read'],
    packages: ['ts-morph'],
  },
  { at: 'src/frameworks', imports: ['src/model', 'src/code', ...frameworkSeam, 'src/frameworks/*'] },
  {
    at: 'src/options/catalog',
    imports: [...nouns, 'src/options', 'src/frameworks'],
    packages: ['jsonc-parser', 'node:path'],
  },

  // The command line: it declares flags and reads argv, and knows no stage.
  { at: 'src/cli', imports: ['src/model', 'src/text', ...wholeCatalog], packages: ['commander', 'node:path'] },

  // The stages, in their order.
  {
    at: 'src/inspect',
    imports: [...nouns, 'src/formatter', 'src/code', 'src/packages', 'src/frameworks', ...frameworkSeam],
    packages: ['node:fs', 'node:path', 'node:module', 'node:net', 'node:stream', 'node:url', 'execa', 'yaml'],
  },
  {
    at: 'src/resolve',
    imports: ['src/model', ...wholeCatalog, 'src/platforms', 'src/frameworks', 'src/frameworks/framework.ts'],
  },
  {
    at: 'src/resolve/prompt',
    imports: ['src/model', 'src/text', ...wholeCatalog, 'src/resolve'],
    packages: ['@inquirer/prompts', 'execa', 'node:readline', 'node:util'],
  },
  {
    at: 'src/plan',
    imports: [...nouns, ...wholeCatalog, 'src/packages', 'src/platforms', 'src/frameworks'],
    packages: ['node:path'],
  },
  {
    at: 'src/render',
    imports: [...nouns, 'src/code', 'src/edits', 'src/packages', 'src/frameworks'],
    packages: ['ejs', 'virtual:templates'],
  },
  { at: 'src/diff', imports: [...nouns, 'src/formatter', 'src/packages'], packages: ['node-diff3'] },
  {
    at: 'src/apply',
    imports: [...nouns, 'src/packages'],
    packages: ['node:fs', 'node:path', 'node:module', 'execa'],
  },
  // Between the first byte and the last word: the app's own type check, before and after.
  {
    at: 'src/verify',
    imports: ['src/model'],
    packages: ['node:path', 'node:util', 'execa'],
  },
  {
    at: 'src/report',
    imports: [
      ...nouns,
      ...wholeCatalog,
      ...['src/packages', 'src/frameworks', 'src/frameworks/framework.ts', 'src/cli', 'src/resolve'],
    ],
    packages: ['commander', 'diff', 'node:path', 'node:util'],
  },

  // What calls them.
  { at: 'src/pipeline.ts', imports: ['src/model', 'src/packages', 'src/render', 'src/diff'] },
  {
    at: 'src/commands',
    imports: [
      ...nouns,
      ...wholeCatalog,
      ...['src/formatter', 'src/packages', 'src/cli', 'src/pipeline.ts', 'src/resolve/prompt', 'src/verify'],
      ...stages.filter((stage) => stage !== 'src/render'),
    ],
    packages: ['node:path'],
  },
  { at: 'src/run.ts', imports: ['src/model', 'src/cli', 'src/commands', 'src/report'] },
  { at: 'bin', imports: ['src/model', 'src/report', 'src/run.ts'], packages: ['node:url'] },
];

/** @param {string} at */
const patternOf = (at) => new RegExp(`^${at.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}(?=/|$)`);

/** The framework whose folder a path is in, if any. @param {string} path */
const frameworkOf = (path) => /^src\/frameworks\/([^/]+)\//.exec(path)?.[1];

/** What a package is called in the table: `ejs/lib/x` is ejs, `node:fs/promises` and `fs` are node:fs. @param {string} name */
function packageOf(name) {
  const parts = name.split('/');
  return parts.slice(0, name.startsWith('@') ? 2 : 1).join('/');
}

/**
 * The entry of a file. At the top of a folder with files of its own there may be no entry: `src/` has none.
 * @param {string} path in the repository, with `/`
 * @param {readonly Layer[]} table
 */
export function layerOf(path, table = layers) {
  const matching = table.filter(({ at }) => {
    const found = patternOf(at).exec(path);
    // A star is a folder: a file beside the frameworks' folders is the registry's.
    return found && (found[0] !== path || /\.ts$/.test(at));
  });
  return matching.sort((a, b) => b.at.split('/').length - a.at.split('/').length)[0];
}

/**
 * Why a file may not import something; nothing where it may.
 * @param {string} path of the file, in the repository, with `/`
 * @param {string} specifier as written
 * @returns {string | undefined}
 */
export function whyForbidden(path, specifier) {
  const layer = layerOf(path);
  if (layer === undefined) return undefined;
  const { at, imports = [], packages = [] } = layer;
  if (!specifier.startsWith('.')) {
    const name = packageOf(specifier);
    return packages.includes(name) ? undefined : `${at} may not import ${name}: see eslint.layers.mjs.`;
  }
  const target = posix.join(posix.dirname(path), specifier);
  const other = layerOf(target);
  if (other === undefined) return `${target} has no entry in eslint.layers.mjs.`;
  const [own, its] = [frameworkOf(path), frameworkOf(target)];
  if (own !== undefined && its !== undefined && own !== its)
    return `${own} may not import ${its}: a framework is a folder.`;
  if (other === layer || imports.includes(other.at)) return undefined;
  const [from, to] = [stages.indexOf(at), stages.indexOf(other.at)];
  return from >= 0 && to > from
    ? `${at} may not import ${other.at}, a later stage: data goes one way.`
    : `${at} may not import ${other.at}: see eslint.layers.mjs.`;
}

/**
 * What is wrong with a table: a layer may import only what stands above it, and a stage no later one.
 * @param {readonly Layer[]} table
 * @returns {string[]}
 */
export function tableProblems(table = layers) {
  const places = table.map(({ at }) => at);
  return table.flatMap(({ at, imports = [] }, index) =>
    imports.flatMap((one) => {
      const place = places.indexOf(one);
      if (place < 0) return [`${at} imports ${one}, which has no entry.`];
      if (stages.includes(at) && stages.indexOf(one) > stages.indexOf(at))
        return [`${at} imports ${one}, a later stage.`];
      // The folders of one framework, and the two files of the seam, are one layer; their files have no circle either.
      const areOne = [at, one].every((name) => name.startsWith('src/frameworks/')) && at !== one;
      return place < index || areOne ? [] : [`${at} imports ${one}, which comes after it in the table.`];
    }),
  );
}

const problems = tableProblems();
if (problems.length > 0) throw new Error(`eslint.layers.mjs: ${problems.join(' ')}`);

const root = fileURLToPath(new URL('.', import.meta.url));

/**
 * `no-restricted-imports` sees no `import()`, and its patterns match what is written, which depends on the file's depth.
 * This rule looks at what every kind of import leads to.
 * @type {import('eslint').Rule.RuleModule}
 */
const importsRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const path = relative(root, context.filename).split(sep).join('/');
    /** @param {any} node */
    const check = (node) => {
      const written = node.source?.value ?? node.argument?.literal?.value;
      if (typeof written !== 'string') return;
      const message = whyForbidden(path, written);
      if (message !== undefined) context.report({ node, message });
    };
    return {
      Program(node) {
        if (layerOf(path) !== undefined) return;
        context.report({
          node,
          message: `${posix.dirname(path)} has no entry in eslint.layers.mjs: say what it may import.`,
        });
      },
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      TSImportType: check,
    };
  },
};

/** The rule `layers/imports`. */
export const layersPlugin = { rules: { imports: importsRule } };
