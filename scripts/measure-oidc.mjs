// @ts-check
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { entries, peers, sizeOf } from './bench/oidc-size.mjs';
import { run } from './lib/steps.mjs';

/** What signing in costs an app, gzipped, next to two other packages, which are downloaded. Exits with 1 where it is not below both. */
const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { dir: { type: 'string' }, json: { type: 'boolean', default: false } } });
const folder = resolve(values.dir ?? mkdtempSync(join(tmpdir(), 'oidc-size-')));
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
await run(['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', ...peers], { cwd: folder });

const [own = '', ...others] = Object.keys(entries);
const sizes = Object.fromEntries(
  await Promise.all(
    Object.entries(entries).map(async ([name, contents]) => {
      const alias = { [own]: join(root, 'native-plugin', 'src', 'oidc', 'index.ts') };
      return [name, await sizeOf(contents, name === own ? root : folder, name === own ? alias : {})];
    }),
  ),
);
if (values.json) console.log(JSON.stringify(sizes));
else {
  console.log('| package | at the start | in all | more on a phone |\n|---|---|---|---|');
  for (const [name, { initial, total, phone }] of Object.entries(sizes)) {
    console.log(`| ${name} | ${initial} | ${total} | ${phone} |`);
  }
}
if (others.some((name) => sizes[name].total <= sizes[own].total)) process.exitCode = 1;
