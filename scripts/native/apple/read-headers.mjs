// @ts-check
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { definitionsFolder } from './definitions-folder.mjs';

/**
 * What Apple's headers define, by their own names.
 *
 * @typedef {object} Headers
 * @property {Map<string, string | undefined>} constants name → value, as Rust has it; `undefined` where it is an object
 * @property {Map<string, Signature>} functions
 * @property {Map<string, Type>} types
 */

/** @typedef {{ parameters: readonly string[], result: string }} Signature */
/** Of a structure the fields count as selectors. */
/** @typedef {{ parents: readonly string[], protocols: readonly string[], isMainThread: boolean, selectors: Set<string> }} Type */

const FRAMEWORKS = [
  ...['authentication-services', 'core-foundation', 'foundation', 'local-authentication', 'quartz-core', 'security'],
  'ui-kit',
];

/** @returns {Headers} */
export function readHeaders() {
  /** @type {Headers} */
  const headers = { constants: new Map(), functions: new Map(), types: new Map() };
  const crates = join(definitionsFolder(), 'crates');
  for (const framework of FRAMEWORKS) {
    const folder = join(crates, `objc2-${framework}`, 'src/generated');
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (file.endsWith('.rs')) readSource(readFileSync(join(folder, file), 'utf8'), headers);
    }
  }
  return headers;
}

/** @param {string} source @param {Headers} headers */
function readSource(source, headers) {
  readConstants(source, headers.constants);
  for (const [, name = '', parameters = '', result = ''] of source.matchAll(
    /^\s*pub (?:unsafe )?(?:extern "C(?:-unwind)?" )?fn (\w+)\(([^)]*)\)(?:\s*->\s*([^;{]+?))?\s*[;{]/gm,
  )) {
    headers.functions.set(name, { parameters: typesOf(parameters), result: result.trim() });
  }
  readTypes(source, headers.types);
}

/** @param {string} source @param {Headers['constants']} constants */
function readConstants(source, constants) {
  for (const [, alias = '', value] of source.matchAll(
    /#\[doc\(alias = "(\w+)"\)\]\s*(?:#\[[^\n]*\]\s*)*(?:pub )?const \w+(?:: Self)? = ([^;]+);/g,
  )) {
    constants.set(alias, value);
  }
  for (const [, name = '', value] of source.matchAll(/^pub const (\w+): [^=]+= ([^;]+);/gm)) constants.set(name, value);
  for (const [, name = ''] of source.matchAll(/^\s*pub static (\w+):/gm)) constants.set(name, undefined);
}

/** @param {string} source @param {Headers['types']} types */
function readTypes(source, types) {
  for (const [whole, name = ''] of source.matchAll(/extern_class!\([^;]*?pub struct (\w+)[;<][^]*?\);/g)) {
    const type = typeOf(types, name);
    const parents = /super\(([^)]*)\)/.exec(whole)?.[1] ?? '';
    type.parents = parents.split(',').map((one) => one.trim().replace(/<.*/, ''));
    type.isMainThread = whole.includes('thread_kind = MainThreadOnly');
  }
  for (const [, name = ''] of source.matchAll(/^\s*pub (?:struct|type) (\w+)/gm)) typeOf(types, name);
  for (const [, protocol = '', name = ''] of source.matchAll(/unsafe impl (\w+) for (\w+) \{\}/g)) {
    const type = typeOf(types, name);
    type.protocols = [...type.protocols, protocol];
  }
  for (const [, name = '', fields = ''] of source.matchAll(/pub struct (\w+) \{([^}]*)\}/g)) {
    for (const [, field = ''] of fields.matchAll(/pub (\w+):/g)) typeOf(types, name).selectors.add(field);
  }
  let owner = '';
  for (const line of source.split('\n')) {
    owner = /^\s*(?:impl|pub unsafe trait)(?:<[^>]*>)? (\w+)/.exec(line)?.[1] ?? owner;
    const selector = /#\[unsafe\(method\(([\w:]+)\)\)\]/.exec(line)?.[1];
    // A category of all objects is a trait of its own.
    if (selector) typeOf(types, owner.startsWith('NSObjectUI') ? 'NSObject' : owner).selectors.add(selector);
  }
  // What a protocol inherits from may go on in the next line.
  for (const [, name = '', parents = ''] of source.matchAll(/pub unsafe trait (\w+)([^{]*)\{/g)) {
    typeOf(types, name).isMainThread = parents.includes('MainThreadOnly');
  }
}

/** @param {Headers['types']} types @param {string} name */
function typeOf(types, name) {
  const known = types.get(name) ?? { parents: [], protocols: [], isMainThread: false, selectors: new Set() };
  types.set(name, known);
  return known;
}

/** @param {string} parameters */
function typesOf(parameters) {
  const list = parameters.split(/,\s*(?=\w+:)/).map((one) => one.replace(/^\s*\w+:\s*/, '').replace(/,?\s*$/, ''));
  return list.filter((type) => type !== '');
}
