// @ts-check

/**
 * What no source of the iOS plugin may say, wherever it is.
 *
 * @typedef {object} Rule
 * @property {string} name
 * @property {RegExp} pattern of what breaks it
 * @property {RegExp} [allowed] of a match that does not
 * @property {RegExp} [files] the only paths that it holds for
 */

/** @type {readonly Rule[]} */
export const SOURCE_RULES = [
  // Its answer is a boolean that can be hooked: nothing may be released on it. OWASP MASTG-TEST-0266.
  { name: 'no yes of a prompt', pattern: /\bevaluatePolicy\b/g },
  { name: 'nothing synchronised', pattern: /\bkSecAttrSynchronizable\w*/g },
  { name: 'nothing left out silently', pattern: /\bkSecUseAuthenticationUISkip\b/g },
  {
    name: 'only the accessibility classes of FORMAT.md §18.1',
    pattern: /\bkSecAttrAccessible[A-Z]\w*/g,
    allowed: /^kSecAttrAccessible(AfterFirstUnlock|WhenPasscodeSet)ThisDeviceOnly$/,
  },
  {
    name: 'only the algorithms of FORMAT.md §6',
    pattern: /\.(?:eciesEncryption|ecdhKeyExchange|ecdsaSignature|rsaEncryption|rsaSignature)\w*/g,
    allowed: /^\.(eciesEncryptionCofactorVariableIVX963SHA256AESGCM|ecdhKeyExchangeCofactor)$/,
  },
  {
    name: 'only the file protections of FORMAT.md §18.1',
    pattern: /protection: \.\w+/g,
    allowed: /^protection: \.(completeUntilFirstUserAuthentication|none)$/,
  },
  { name: 'nothing is logged', pattern: /\b(?:print|debugPrint|dump|NSLog|os_log|Logger|OSLog)\(|\bCAPLog\.print\b/g },
  { name: 'no listeners', pattern: /\b(?:notifyListeners|addListener|addEventListener)\b/g },
  {
    name: 'no API that needs a reason',
    pattern: /\b(?:UserDefaults|systemUptime|mach_absolute_time|CLOCK_UPTIME_RAW)\b/g,
  },
  { name: 'one class for Objective-C', pattern: /@objc\(\w+\)/g, allowed: /^@objc\(IdentityVaultPlugin\)$/ },
  {
    name: 'core and bridge know no platform',
    pattern: /^ *import (?!Foundation$|VaultCore$)\w+$/gm,
    files: /^(?:VaultCore|VaultBridge)\//,
  },
];

/**
 * @param {string} file its path below `Sources`
 * @param {string} text
 * @returns {string[]} what breaks a rule, with its line
 */
export function brokenSourceRules(file, text) {
  return brokenRules(SOURCE_RULES, file, text);
}

/**
 * @param {readonly Rule[]} rules
 * @param {string} file
 * @param {string} text
 * @returns {string[]} what breaks one of them, with its line
 */
export function brokenRules(rules, file, text) {
  // Lines stay where they are.
  const code = text.replace(/\/\/.*$/gm, '');
  return rules
    .filter(({ files }) => !files || files.test(file))
    .flatMap(({ name, pattern, allowed }) =>
      [...code.matchAll(pattern)]
        .filter(([match]) => !allowed?.test(match))
        .map((match) => `${file}:${code.slice(0, match.index).split('\n').length} ${name}: ${match[0].trim()}`),
    );
}
