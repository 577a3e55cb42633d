// @ts-check
import { build } from 'esbuild';
import { gzipSync } from 'node:zlib';

/** What an app imports to sign users in, with each. */
export const entries = {
  'capacitor-identity-vault/oidc': `export { OidcClient, sessionVault } from 'capacitor-identity-vault/oidc';`,
  'oidc-client-ts': `export { UserManager, WebStorageStateStore } from 'oidc-client-ts';`,
  '@auth0/auth0-spa-js': `export { Auth0Client } from '@auth0/auth0-spa-js';`,
};

/** Fixed, so that the figures in docs/benchmarks.md can be measured again. */
export const peers = ['oidc-client-ts@3.5.0', '@auth0/auth0-spa-js@2.28.3'];

/**
 * @typedef {object} Size Gzipped bytes.
 * @property {number} initial of the chunk that an app loads at its start
 * @property {number} total with what a page of the web loads when it is needed
 * @property {number} phone what iOS and Android load besides, for the browser window of native code; the other packages have none
 * @property {readonly string[]} files whose code is in the first
 */

const PHONE = '/oidc/phone/phone-parts.ts';

/**
 * Bundles an entry as an app's builder would.
 * @param {string} contents
 * @param {string} resolveDir where packages are looked up
 * @param {Record<string, string>} [alias]
 * @returns {Promise<Size>}
 */
export async function sizeOf(contents, resolveDir, alias = {}) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir },
    alias,
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    outdir: '/',
    write: false,
    metafile: true,
    // The vault is loaded by the app's own use of it, and not counted.
    external: ['@capacitor/core', '*/vaults/current-service.ts'],
  });
  const sizes = new Map(
    outputFiles.map(({ path, contents: bytes }) => [path.split('/').at(-1), gzipSync(bytes).length]),
  );
  const initial = new Set(initialChunks(metafile.outputs));
  const sum = (/** @type {Iterable<string | undefined>} */ names) =>
    [...names].reduce((all, name) => all + (sizes.get(name?.split('/').at(-1)) ?? 0), 0);
  const files = [...initial].flatMap((path) => Object.keys(metafile.outputs[path]?.inputs ?? {}));
  const ofPhone = Object.keys(metafile.outputs).filter((path) => metafile.outputs[path]?.entryPoint?.endsWith(PHONE));
  const phone = sum(ofPhone);
  return { initial: sum(initial), total: sum(sizes.keys()) - phone, phone, files };
}

/**
 * @param {import('esbuild').Metafile['outputs']} outputs
 * @returns {string[]}
 */
function initialChunks(outputs) {
  const found = Object.keys(outputs).filter((path) => outputs[path]?.entryPoint === '<stdin>');
  for (const path of found) {
    for (const { path: imported, kind } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && imported in outputs && !found.includes(imported)) found.push(imported);
    }
  }
  return found;
}
