// @ts-check
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { reduceCompiler } from './reduce-compiler.mjs';
import { root } from './sample-app.mjs';

const packages = join(root, 'node_modules');
const compiler = join(packages, '@ts-morph/common/dist/typescript.js');
const common = join(packages, '@ts-morph/common/dist/ts-morph-common.js');
const tsMorph = join(packages, 'ts-morph/dist/ts-morph.js');

/**
 * What ts-morph asks the compiler for beyond reading a file by itself: programs, types, printing, finding modules. The
 * tool reads syntax only, and none of it loads with what it ships; each throws when it is called.
 */
const cut = [
  'createLanguageService',
  'createPrinter',
  'createProgram',
  'formatDiagnosticsWithColorAndContext',
  'getDocumentationComment',
  'getFileMatcherPatterns',
  'getJsDocTagsOfDeclarations',
  'getPreEmitDiagnostics',
  'matchFiles',
  'parseConfigFileTextToJson',
  'parseJsonConfigFileContent',
  'resolveModuleName',
  'transform',
];

/** Names the compiler calls itself by, when it loads. */
const calledAtLoad = ['setObjectAllocator', 'getServicesObjectAllocator'];

/**
 * Writes ts-morph and the part of the compiler that it reads files with to `dist`, minified. It is one module without
 * a function around it: what is inside a function, the engine parses twice.
 *
 * @param {string} dist
 * @returns {Promise<string[]>} the files in it, from the root
 */
export async function shipTsMorph(dist) {
  const names = Object.keys(createRequire(import.meta.url)('ts-morph')).filter((name) => name !== 'default');
  const { metafile } = await build({
    stdin: {
      contents: `import loaded from 'ts-morph'; export const { ${names.join(', ')} } = loaded;`,
      resolveDir: root,
    },
    outfile: join(dist, 'ts-morph.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    legalComments: 'none',
    plugins: [asModules],
    absWorkingDir: root,
    metafile: true,
    logLevel: 'warning',
  });
  return Object.keys(metafile.inputs);
}

/** @type {import('esbuild').Plugin} */
const asModules = {
  name: 'as-modules',
  setup({ onResolve, onLoad }) {
    /** @type {Readonly<Record<string, string>>} */
    const files = { 'ts-morph': tsMorph, '@ts-morph/common': common, './typescript': compiler };
    onResolve({ filter: /^(@?ts-morph|\.\/typescript$)/ }, ({ path }) => ({ path: files[path] ?? '' }));
    onResolve({ filter: /^(minimatch|tinyglobby)$/ }, ({ path }) => ({ path, namespace: 'not-shipped' }));
    onLoad({ filter: /[\\/]dist[\\/]typescript\.js$/ }, ({ path }) => ({
      contents: reduceCompiler(readFileSync(path, 'utf8'), { names: namesUsed(), cut }),
    }));
    onLoad({ filter: /[\\/]dist[\\/]ts-morph(-common)?\.js$/ }, ({ path }) => ({ contents: asModule(path) }));
    onLoad({ filter: /./, namespace: 'not-shipped' }, ({ path }) => ({
      contents: ['glob', 'globSync', 'minimatch'].map((name) => notShipped(name, path)).join('\n'),
    }));
  },
};

/** The names of the compiler that ts-morph and the tool use, and what else is written like one. */
function namesUsed() {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(root, 'src', path));
  const texts = [tsMorph, common, ...sources].map((path) => readFileSync(path, 'utf8'));
  const used = texts.flatMap((text) => [...text.matchAll(/\bts(?:__namespace)?\.([a-zA-Z]\w*)\b(?!\.d\.ts)/g)]);
  return new Set([...calledAtLoad, ...used.map(([, name = '']) => name)]);
}

/**
 * A file written in CommonJS as a module whose default export is what it exports. The compiler is used by name, not
 * through what `@ts-morph/common` exports: else all of it would be kept.
 *
 * @param {string} path
 */
function asModule(path) {
  const body = readFileSync(path, 'utf8')
    .replace(/^'use strict';$/m, '')
    .replaceAll(/^var ([\w$]+) = require\('(.+)'\);$/gm, (_, name, from) =>
      from === '@ts-morph/common' ? `import ${name} from '${from}';` : `import * as ${name} from '${from}';`,
    )
    .replace(/^const libFiles = \[\{[^]*?^ {4}\}\];\n+function getLibFiles\(\) \{[^]*?^\}$/m, notShipped('getLibFiles'))
    .replace(/^var ts__namespace = .*$/m, '')
    .replaceAll('ts__namespace', 'ts')
    .replaceAll('common.ts.', 'ts.');
  const imports = path === tsMorph ? `import * as ts from './typescript';\n` : '';
  return `${imports}const exports = {};\n${body}\nexport default exports;\n`;
}

/**
 * @param {string} name
 * @param {string} [of] the package
 */
function notShipped(name, of) {
  const what = of === undefined ? name : `${name} of ${of}`;
  const keyword = of === undefined ? '' : 'export ';
  return `${keyword}function ${name}() { throw new Error(${JSON.stringify(`${what} is not shipped with this tool.`)}); }`;
}
