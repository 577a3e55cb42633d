// @ts-check
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, transform } from 'esbuild';
import { root } from './sample-app.mjs';

const packages = join(root, 'node_modules');
const target = 'node20.19';

/**
 * Writes ts-morph and the compiler inside it to `dist`, minified, with their licences: 7 MB to read and keep in memory
 * instead of 13. The compiler stays a file of its own: wrapped into a bundle, its functions would be parsed twice.
 *
 * @param {string} dist
 */
export async function shipTsMorph(dist) {
  const compiler = join(packages, '@ts-morph/common/dist/typescript.js');
  const { code } = await transform(readFileSync(compiler, 'utf8'), { minify: true, platform: 'node', target });
  writeFileSync(join(dist, 'typescript.cjs'), code);
  const { metafile } = await build({
    entryPoints: [join(packages, 'ts-morph/dist/ts-morph.js')],
    outfile: join(dist, 'ts-morph.cjs'),
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    target,
    legalComments: 'none',
    plugins: [compilerApart],
    absWorkingDir: root,
    metafile: true,
    logLevel: 'warning',
  });
  const bundled = Object.keys(metafile.inputs).flatMap((path) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  const notices = [...new Set(bundled), 'node_modules/typescript'].sort().map(noticeOf);
  writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), notices.join('\n'));
}

/** @type {import('esbuild').Plugin} */
const compilerApart = {
  name: 'compiler-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/typescript(\.js)?$/ }, () => ({ path: './typescript.cjs', external: true }));
  },
};

/** @param {string} folder of a package, from the root */
function noticeOf(folder) {
  const home = join(root, folder);
  const { name, license } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const files = readdirSync(home).filter((file) => /^(licen[cs]e|third.?party.?notice|notice)/i.test(file));
  if (files.length === 0) throw new Error(`${name} has no licence file to ship.`);
  const texts = files.map((file) => readFileSync(join(home, file), 'utf8').trim());
  return `${name} (${license})\n\n${texts.join('\n\n')}\n\n${'-'.repeat(80)}\n`;
}
