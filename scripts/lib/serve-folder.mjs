// @ts-check
import { createReadStream, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { listen } from '../../examples/backend/http.mjs';

/** @type {Record<string, string>} */
const contentTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * Serves a built single-page app to this machine only: an address that is no file gets index.html, so that a reload
 * on a route works.
 *
 * @param {string} folder
 * @param {number} port 0 takes any free one
 */
export function serveFolder(folder, port) {
  return listen((request, response) => {
    const file = fileFor(folder, request.url ?? '/');
    if (file === undefined) return void response.writeHead(404).end();
    const type = contentTypes[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
    // A build that replaces the folder takes files away under our hands.
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  }, port);
}

/**
 * @param {string} folder
 * @param {string} url
 * @returns {string | undefined} nothing for a missing asset: index.html in place of a script only hides the mistake
 */
function fileFor(folder, url) {
  const path = decode(new URL(url, 'http://localhost').pathname);
  if (path === undefined) return undefined;
  const file = normalize(join(folder, path));
  if (!`${file}${sep}`.startsWith(normalize(folder + sep))) return undefined;
  if (isFile(file)) return file;
  return extname(path) === '' ? join(folder, 'index.html') : undefined;
}

/** @param {string} path */
function decode(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** @param {string} path */
function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
