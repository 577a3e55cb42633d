// @ts-check
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { iosBuild } from '../ios-app.mjs';
import { iosHost, withSwift } from '../ios-host.mjs';

/**
 * One thing that a fake of Apple's offers to the plugin.
 *
 * @typedef {object} Fake
 * @property {string} kind as the symbol graph has it, without `swift.`
 * @property {readonly string[]} path from the outermost type to its name
 * @property {string} declaration
 * @property {string} [value] of a constant, as its source has it
 * @property {string} [parent] the class that a class inherits from
 */

/**
 * What the module offers, as the compiler understood it. Its package must be built.
 *
 * @param {string} module
 * @returns {Promise<readonly Fake[]>}
 */
export async function readFakes(module) {
  const folder = mkdtempSync(join(tmpdir(), 'identity-vault-symbols-'));
  const triple = /"triple"\s*:\s*"([^"]+)"/.exec(await withSwift(['swift', '-print-target-info']))?.[1] ?? '';
  const include = [join(iosBuild, 'debug/Modules'), join(iosHost, '../TestSupport/COpenSSL')];
  const maps = [join(iosBuild, 'debug/VirtualTime.build/module.modulemap')];
  await withSwift([
    ...['swift-symbolgraph-extract', '-module-name', module, '-target', triple, '-minimum-access-level', 'public'],
    ...include.flatMap((one) => ['-I', one]),
    ...maps.flatMap((one) => ['-Xcc', `-fmodule-map-file=${one}`]),
    ...['-output-dir', folder],
  ]);
  const graph = JSON.parse(readFileSync(join(folder, `${module}.symbols.json`), 'utf8'));
  rmSync(folder, { recursive: true });
  const values = readValues(join(iosHost, 'Fakes', module));
  return fakesOf(graph).map((fake) => withValue(fake, values));
}

/** @typedef {{ kind: { identifier: string }, pathComponents: string[], identifier: { precise: string }, declarationFragments: { spelling: string }[] }} Symbol */

/** @param {{ symbols: Symbol[], relationships: { kind: string, source: string, target: string, targetFallback?: string }[] }} graph */
function fakesOf({ symbols, relationships }) {
  const names = new Map(symbols.map((symbol) => [symbol.identifier.precise, symbol.pathComponents.join('.')]));
  const parents = new Map(
    relationships
      .filter(({ kind }) => kind === 'inheritsFrom')
      .map(({ source, target, targetFallback }) => [source, names.get(target) ?? targetFallback?.split('.').at(-1)]),
  );
  return symbols
    .filter(({ identifier, pathComponents }) => isOffered(identifier.precise, pathComponents))
    .map(({ kind, pathComponents, identifier, declarationFragments }) => {
      const parent = parents.get(identifier.precise);
      return {
        kind: kind.identifier.replace(/^swift\./, ''),
        path: pathComponents,
        declaration: declarationFragments.map(({ spelling }) => spelling).join(''),
        ...(parent !== undefined && { parent }),
      };
    });
}

/** Not what the compiler makes by itself, and not what is for tests only. @param {string} precise @param {readonly string[]} path */
function isOffered(precise, path) {
  const name = path.at(-1) ?? '';
  if (precise.includes('::SYNTHESIZED::') || path.some((part) => /^(init\()?fake/i.test(part))) return false;
  return !/^(rawValue$|init\(rawValue:\)|==|<|hash\(|hashValue|errorCode|errorDomain)/.test(name);
}

/** @param {Fake} fake @param {ReadonlyMap<string, string>} values @returns {Fake} */
function withValue(fake, values) {
  const value = values.get(fake.path.slice(-2).join('.')) ?? values.get(fake.path.at(-1) ?? '');
  return value === undefined ? fake : { ...fake, value };
}

/** The numbers of constants, by the type they are written in and their name. @param {string} folder */
function readValues(folder) {
  /** @type {Map<string, string>} */
  const values = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.swift'))) {
    let owner = '';
    let next = 0;
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      const type = /^\s*(?:public )?(?:final )?(?:struct|enum|class|extension) (\w+)/.exec(line)?.[1];
      if (type) [owner, next] = [type, 0];
      const constant = /static let `?(\w+)`? = (?:Self|Level)\((?:rawValue: )?(-?[\d <]+)\)/.exec(line);
      if (constant) values.set(`${owner}.${constant[1]}`, constant[2] ?? '');
      const global = /^public let (\w+): (?:OSStatus|Int|Int32) = (-?\d+)$/.exec(line);
      if (global) values.set(global[1] ?? '', global[2] ?? '');
      const cases = /^\s*(?:(?:public )?enum [^{]*\{ )?case (.+?)(?: \})?$/.exec(line)?.[1];
      if (!cases || /[(:]/.test(cases)) continue;
      for (const one of cases.split(',')) {
        const [, name = '', given] = /^\s*`?(\w+)`?(?: = (-?\d+))?/.exec(one) ?? [];
        if (given !== undefined) next = Number(given);
        values.set(`${owner}.${name}`, String(next));
        next += 1;
      }
    }
  }
  return values;
}
