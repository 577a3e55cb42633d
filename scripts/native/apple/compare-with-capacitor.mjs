// @ts-check
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { definitionsFolder } from './definitions-folder.mjs';
import { isSelectorOf } from './objective-c-names.mjs';

/** @typedef {import('./read-fakes.mjs').Fake} Fake */
/** @typedef {{ version: string, swift: string, headers: string }} Sources */

/** The sources of each version that is supported. @returns {readonly Sources[]} */
export function capacitorSources() {
  const folders = readdirSync(definitionsFolder()).filter((name) => name.startsWith('capacitor-'));
  return folders.map((name) => {
    const folder = join(definitionsFolder(), name, 'Capacitor/Capacitor');
    /** @param {string} ending */
    const read = (ending) => {
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending));
      return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
    };
    return { version: name, swift: plain(read('.swift')), headers: read('.h') };
  });
}

/**
 * What a fake has and Capacitor has not, or has otherwise.
 *
 * @param {readonly Fake[]} fakes
 * @param {Sources} sources
 */
export function compareWithCapacitor(fakes, { version, swift, headers }) {
  return fakes
    .filter((fake) => !isDeclared(fake, swift) && !isInHeaders(fake, headers))
    .map(({ path, declaration }) => `${path.join('.')}: ${version} has no ${declaration}`);
}

/** As Swift has it, letter for letter but for what does not change the meaning. @param {Fake} fake @param {string} swift */
function isDeclared({ kind, path, declaration }, swift) {
  const name = path.at(-1) ?? '';
  if (['class', 'struct', 'enum', 'protocol'].includes(kind)) {
    return new RegExp(`\\b(class|struct|enum|protocol) ${name}\\b`).test(swift);
  }
  const wanted = plain(declaration)
    .replace(/^(static )?let /, '$1var ')
    .replace(/ \{ get \}$/, '');
  return swift.replaceAll(/\blet /g, 'var ').includes(wanted);
}

/** @param {Fake} fake @param {string} headers */
function isInHeaders({ kind, path, declaration }, headers) {
  const name = path.at(-1) ?? '';
  if (kind === 'class') {
    return new RegExp(`@interface (CAP)?${name}\\b|NS_SWIFT_NAME\\(${name}\\)`).test(headers);
  }
  if (kind === 'protocol') return new RegExp(`@protocol ${name}\\b`).test(headers);
  if (kind === 'typealias') return new RegExp(`\\^${name}\\)`).test(headers);
  if (kind === 'var') return /^let \w+: String$/.test(declaration) && new RegExp(`#define ${name} @"`).test(headers);
  if (kind === 'property') return new RegExp(`@property[^;]*\\b${name};`).test(interfaceOf(path, headers));
  const selectors = [...interfaceOf(path, headers).matchAll(/^- ?\([^)]*\)\s*([^;]+);/gm)].map(([, rest = '']) =>
    selectorOf(rest),
  );
  return name === 'init()' || selectors.some((selector) => isSelectorOf(selector, name, declaration));
}

/** @param {readonly string[]} path @param {string} headers */
function interfaceOf(path, headers) {
  const pattern = new RegExp(`@(?:interface|protocol) (?:CAP)?${path[0]}\\b[^]*?@end`, 'g');
  return (headers.match(pattern) ?? []).join('\n');
}

/** @param {string} rest such as `initWithName:(NSString *)name returnType:(T *)type` */
function selectorOf(rest) {
  const pieces = [...rest.matchAll(/(\w+):/g)].map(([piece]) => piece);
  return pieces.length > 0 ? pieces.join('') : (/^\w+/.exec(rest)?.[0] ?? '');
}

/** Without what does not change a declaration's meaning. @param {string} source */
function plain(source) {
  return source
    .replaceAll(
      /\b(public|open|private\(set\)|override|convenience|required|final|any|nonisolated(\(unsafe\))?) ?(?=[\w(@])/g,
      '',
    )
    .replaceAll(/@(objc|MainActor|escaping)(\([\w:]*\))? ?/g, '')
    .replaceAll(/\((Error)\)/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' :', ':');
}
