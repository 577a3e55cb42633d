// @ts-check
import { brokenRules } from '../apple/source-rules.mjs';

/**
 * What no source of the Android plugin may say.
 *
 * @type {readonly import('../apple/source-rules.mjs').Rule[]}
 */
export const ANDROID_RULES = [
  // Without one it answers with a callback that can be hooked. OWASP MASTG-TEST-0327.
  { name: 'a prompt is for an operation of a key', pattern: /\.authenticate\((?![^;]*\bCryptoObject\()/g },
  // A key that stays open for a while opens for whoever comes then. OWASP MASTG-TEST-0330.
  {
    name: 'no key is open for a time',
    pattern: /\bsetUserAuthentication(?:ValidityDurationSeconds\((?!-1\))|Parameters\((?!0,))/g,
  },
  {
    name: 'what is newer than API 23 is in a class ApiNN',
    pattern:
      /(?<!\bApi\d\d\.)\b(?:setInvalidatedByBiometricEnrollment|setIsStrongBoxBacked|setUserAuthenticationParameters|setMgf1Digests|setRecentsScreenshotEnabled|getSecurityLevel|isUserUnlocked|isInMultiWindowMode|setImportantForAutofill|java\.nio\.file|java\.util\.Base64|isBlank\(\)|(?:List|Set|Map)\.(?:of|copyOf)|String\.join|(?:to|compare)Unsigned\w*|Arrays\.stream)\b/g,
    files: /^(?!api\/Api\d\d\.java$)/,
  },
  {
    // Setting it back would give attempts and delays back: time is what has elapsed since the phone started.
    name: 'no clock that a person can set',
    pattern:
      /\bcurrentTimeMillis\b|\bcurrentNetworkTimeClock\b|\bnew Date\(\)|\bjava\.time\b|\bCalendar\.getInstance\b/g,
  },
  {
    name: 'nothing is logged',
    pattern: /\b(?:Log|Logger)\.\w+\(|\bSystem\.(?:out|err)\b|\bprintStackTrace\b/g,
  },
  { name: 'no listeners', pattern: /\bnotifyListeners\b/g },
  { name: 'nothing across an activity', pattern: /\b(?:startActivityForResult|saveCall|setKeepAlive)\b/g },
  // It answers no on any error of the key store. FORMAT.md §18.2.
  { name: 'only getKey tells what is not there', pattern: /\b(?:containsAlias|isKeyEntry)\b/g },
  {
    name: 'files are in no backup',
    pattern: /\b(?:getSharedPreferences|getFilesDir|getExternalFilesDir|getCacheDir|openFileOutput)\b/g,
  },
  {
    name: 'core, auth, vaults and bridge know no platform',
    pattern: /^import (?:static )?(?:android|androidx|com\.getcapacitor)\..*$/gm,
    files: /^(?:core|crypto|auth|vaults|bridge)\//,
  },
  { name: 'one plugin', pattern: /@CapacitorPlugin\b/g, files: /^(?!IdentityVaultPlugin\.java$)/ },
];

/**
 * @param {string} file its path below the package
 * @param {string} text
 * @returns {string[]} what breaks a rule, with its line
 */
export function brokenAndroidRules(file, text) {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return brokenRules(ANDROID_RULES, file, code);
}
