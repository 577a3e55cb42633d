import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';

const name = 'create-identity-vault';
const version = '0.1.0';

/** A registry of one package, which starts the bundled tool: all that `npm create` needs. @returns its address */
export async function serveTool(tool: string, folder: string): Promise<string> {
  const archive = packShim(tool, folder);
  const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
  let address = '';
  const server = createServer((request, response) => {
    const dist = { tarball: `${address}/${name}.tgz`, integrity };
    const manifest = { name, version, bin: { [name]: 'tool.mjs' }, dist };
    if (request.url === `/${name}.tgz`) return response.end(archive);
    if (request.url !== `/${name}`) return response.writeHead(404).end('{}');
    return response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions: { [version]: manifest } }));
  });
  afterAll(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return address;
}

function packShim(tool: string, folder: string): Buffer {
  const contents = join(folder, 'package');
  mkdirSync(contents, { recursive: true });
  writeFileSync(join(contents, 'package.json'), JSON.stringify({ name, version, bin: { [name]: 'tool.mjs' } }));
  writeFileSync(join(contents, 'tool.mjs'), `#!/usr/bin/env node\nawait import('${pathToFileURL(tool).href}');\n`);
  execFileSync('tar', ['-czf', 'package.tgz', 'package'], { cwd: folder });
  return readFileSync(join(folder, 'package.tgz'));
}
