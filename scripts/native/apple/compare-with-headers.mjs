// @ts-check
import { capital, constantNames, isSelectorOf, typeNames } from './objective-c-names.mjs';

/** @typedef {import('./read-headers.mjs').Headers} Headers */
/** @typedef {import('./read-fakes.mjs').Fake} Fake */

/**
 * What a fake has and Apple's headers have not, or have otherwise.
 *
 * @param {readonly Fake[]} fakes
 * @param {Headers} headers
 * @param {ReadonlyMap<string, string>} elsewhere what can't be found in headers: its full name → where the fact is from
 * @returns {readonly string[]}
 */
export function compareWithHeaders(fakes, headers, elsewhere) {
  const names = new Set(fakes.map(({ path }) => path.join('.')));
  const unneeded = [...elsewhere.keys()].filter((name) => !names.has(name));
  const compared = fakes.filter(({ path }) => !elsewhere.has(path.join('.')));
  return [
    ...compared.flatMap((fake) => faultOf(fake, headers) ?? []),
    ...unneeded.map((name) => `${name}: it is listed as not comparable, and no fake has it`),
  ];
}

/** @param {Fake} fake @param {Headers} headers @returns {string | undefined} */
function faultOf(fake, headers) {
  const name = fake.path.join('.');
  const fault = judge(fake, headers);
  return fault === undefined ? undefined : `${name}: ${fault}`;
}

/** @param {Fake} fake @param {Headers} headers @returns {string | undefined} */
function judge(fake, headers) {
  switch (fake.kind) {
    case 'var':
      return constantFault(fake.path, fake.value, headers);
    case 'func':
      return functionFault(fake, headers);
    case 'class':
    case 'struct':
    case 'enum':
    case 'protocol':
    case 'typealias':
      return typeFault(fake, headers);
    case 'enum.case':
      return constantFault(fake.path, fake.value, headers);
    default:
      return memberFault(fake, headers);
  }
}

/** @param {readonly string[]} path @param {string | undefined} value @param {Headers} headers */
function constantFault(path, value, { constants }) {
  const names = path.length > 1 ? constantNames(path) : path;
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const found = [...constants].find(([name]) => wanted.has(name.toLowerCase()));
  if (!found) return `no constant ${names.join(' or ')}`;
  if (value === undefined || found[1] === undefined) return undefined;
  const [mine, theirs] = [numberOf(value), numberOf(found[1])];
  // Built of other constants.
  if (Number.isNaN(theirs)) return undefined;
  return mine === theirs ? undefined : `it is ${mine} here, and ${theirs} as ${found[0]}`;
}

/** @param {string} text such as `1 << 3`, `Self(-2)`, `0x7` */
function numberOf(text) {
  const plain = text.replace(/^Self\((.*)\)$/s, '$1').replace(/[_\s]/g, '');
  const shift = /^(\d+)<<(\d+)$/.exec(plain);
  return shift ? Number(shift[1]) * 2 ** Number(shift[2]) : Number(plain);
}

/** @param {Fake} fake @param {Headers} headers */
function functionFault({ path, declaration }, { functions }) {
  const name = (path[0] ?? '').replace(/\(.*/, '');
  const theirs = functions.get(name);
  if (!theirs) return 'no such function';
  if (declaration.startsWith('@')) return 'a function of C has no attribute';
  const [, list = '', result = 'Void'] = /^func \w+\((.*)\)(?: -> (.+))?$/.exec(declaration) ?? [];
  const mine = list === '' ? [] : list.split(/,\s*(?=_ )/).map((one) => one.replace(/^_ \w+: /, ''));
  if (mine.length !== theirs.parameters.length) {
    return `it takes ${mine.length} arguments here, and ${theirs.parameters.length} there`;
  }
  const wrong = mine.findIndex((type, index) => !isSame(type, theirs.parameters[index] ?? ''));
  if (wrong >= 0) return `argument ${wrong + 1} is ${mine[wrong]} here, and ${theirs.parameters[wrong]} there`;
  return isSame(result, theirs.result) ? undefined : `it returns ${result} here, and ${theirs.result} there`;
}

/** Swift's types as the Rust of the headers has them, where it is not by the same name. */
const SAME = new Map([
  ['CFTypeRef', ['&CFType']],
  ['UnsafeMutablePointer<Unmanaged<CFError>?>?', ['*mut *mut CFError']],
  ['UnsafeMutablePointer<CFTypeRef?>?', ['*mut *const CFType']],
  ['UnsafeMutableRawPointer', ['NonNull<c_void>']],
  ['Int', ['usize', 'isize', 'CFIndex', 'NSInteger']],
  ['UnsafePointer<UInt8>?', ['*const u8']],
  ['Int32', ['c_int', 'i32']],
  ['SecRandomRef?', ['SecRandomRef']],
  ['Bool', ['bool']],
]);

/** @param {string} swift @param {string} rust */
function isSame(swift, rust) {
  if (SAME.get(swift)?.includes(rust)) return true;
  const bare = rust
    .replace(/Option<(.*)>/, '$1')
    .replace(/CFRetained<(.*)>/, '$1')
    .replace(/^&/, '');
  return swift.replace(/\?$/, '') === bare && (swift.endsWith('?') === rust.startsWith('Option') || rust === bare);
}

/** @param {Fake} fake @param {Headers} headers */
function typeFault({ path, kind, declaration, parent }, { types }) {
  const name = typeNames(path).find((one) => types.has(one));
  const type = name === undefined ? undefined : types.get(name);
  if (!type) return `no type ${typeNames(path)[0]}`;
  if (kind !== 'class' && kind !== 'protocol') return undefined;
  if (declaration.startsWith('@MainActor') !== type.isMainThread) {
    return type.isMainThread ? 'it belongs to the main thread' : 'it belongs to any thread';
  }
  if (kind === 'protocol' || type.parents.length === 0) return undefined;
  return parent === type.parents[0] ? undefined : `it inherits from ${parent} here, and from ${type.parents[0]} there`;
}

/** @param {Fake} fake @param {Headers} headers */
function memberFault(fake, headers) {
  const { path, kind, declaration } = fake;
  if (kind === 'type.property' && constantFault(path, fake.value, headers) === undefined) return undefined;
  const selectors = selectorsOf(path.slice(0, -1), headers);
  const name = path.at(-1) ?? '';
  if (isOfStructure(name, headers.types.get(path.slice(0, -1).join('')))) return undefined;
  // Of the class, the type says again what it is: `UIDevice.current` is `currentDevice`.
  const isOfClass = kind === 'type.property' && selectors.some((selector) => selector.startsWith(name));
  if (!isOfClass && !selectors.some((selector) => isSelectorOf(selector, name, declaration))) {
    return kind === 'type.property' ? constantFault(path, fake.value, headers) : 'no such method or property';
  }
  const isSettable = kind === 'property' && /\bvar\b/.test(declaration) && !/\{ get \}$/.test(declaration);
  const setters = [name, name.replace(/^is/, '')].map((one) => `set${capital(one)}:`);
  if (isSettable && !selectors.some((one) => setters.includes(one))) return 'it can be set here, and not there';
  return undefined;
}

/** Of a type, its parents, and every object. @param {readonly string[]} path @param {Headers} headers */
function selectorsOf(path, { types }) {
  const name = typeNames(path).find((one) => types.has(one)) ?? '';
  const classes = [name, ...(types.get(name)?.parents ?? []), 'NSObject'];
  const all = classes.flatMap((one) => [one, ...(types.get(one)?.protocols ?? [])]);
  return all.flatMap((one) => [...(types.get(one)?.selectors ?? [])]);
}

/** A field, or the initialiser that takes them all. @param {string} name @param {import('./read-headers.mjs').Type | undefined} type */
function isOfStructure(name, type) {
  if (!type || type.parents.length > 0) return false;
  const fields = [...type.selectors].filter((one) => !one.includes(':'));
  return fields.includes(name) || (fields.length > 0 && name === `init(${fields.map((one) => `${one}:`).join('')})`);
}
