import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const shipped = fileURLToPath(new URL('../templates/', import.meta.url));
const id = 'virtual:templates';

/**
 * Every template as text, keyed by its path below `templates/`, so that rendering reads no disk.
 *
 * @param {readonly string[]} further folders that are no part of the tool: those of a test's framework
 */
export function embedTemplates(further = []) {
  const entries = [shipped, ...further].flatMap(templatesIn);
  return `export const templates = ${JSON.stringify(Object.fromEntries(entries.sort()))};`;
}

/** @param {string} folder */
function templatesIn(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ejs'));
  return paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]);
}

/** For Vite: tests load the templates the way the build embeds them. */
export function templates(...further) {
  return {
    name: 'templates',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) => (source === `\0${id}` ? embedTemplates(further) : undefined),
  };
}

/** For esbuild: the same module in the bundle. */
export const templatesForEsbuild = {
  name: 'templates',
  setup(build) {
    build.onResolve({ filter: /^virtual:templates$/ }, () => ({ path: id, namespace: 'templates' }));
    build.onLoad({ filter: /.*/, namespace: 'templates' }, () => ({ contents: embedTemplates(), loader: 'js' }));
  },
};
