// @ts-check

/** Types whose Objective-C name is another than their Swift names one after the other, by Swift's rules of import. */
const RENAMED = new Map([
  ['LAError.Code', 'LAError'],
  ['NSLayoutConstraint.Axis', 'UILayoutConstraintAxis'],
  ['SecKeyAlgorithm', 'kSecKeyAlgorithm'],
  ['SecKeyOperationType', 'kSecKeyOperationType'],
  ['SecAccessControlCreateFlags', 'kSecAccessControl'],
  ['UIImageView.Mode', 'UIViewContentMode'],
  ['UIView.AutoresizingMask', 'UIViewAutoresizing'],
  ['UITextField.BorderStyle', 'UITextBorderStyle'],
  ['UIInterfaceOrientationMask', 'UIInterfaceOrientationMask'],
  ['UIAccessibilityTraits', 'UIAccessibilityTrait'],
  ['UIButton.ButtonType', 'UIButtonType'],
  ['UIModalPresentationStyle', 'UIModalPresentation'],
  ['UIReturnKeyType', 'UIReturnKey'],
  ['UIBackgroundTaskIdentifier', 'UIBackgroundTask'],
]);

/** Names that no rule gives, as Apple's documentation of the Swift name shows them. */
const CALLED = new Map([
  ['UIAccessibility.Notification.announcement', 'UIAccessibilityAnnouncementNotification'],
  ['UIAccessibility.Notification.layoutChanged', 'UIAccessibilityLayoutChangedNotification'],
  ['UIAccessibility.Notification.screenChanged', 'UIAccessibilityScreenChangedNotification'],
  ['UIApplication.protectedDataDidBecomeAvailableNotification', 'UIApplicationProtectedDataDidBecomeAvailable'],
  ['UIApplication.protectedDataWillBecomeUnavailableNotification', 'UIApplicationProtectedDataWillBecomeUnavailable'],
]);

/** @param {readonly string[]} path of a type */
export function typeNames(path) {
  const name = RENAMED.get(path.join('.')) ?? path.join('');
  return [name, `${name}s`, path.join('')];
}

/**
 * What a constant in a type may be called: the type's name, in the singular, and its own.
 *
 * @param {readonly string[]} path
 */
export function constantNames(path) {
  const called = CALLED.get(path.join('.'));
  if (called !== undefined) return [called];
  const name = capital(path.at(-1) ?? '');
  const type = RENAMED.get(path.slice(0, -1).join('.')) ?? path.slice(0, -1).join('');
  return [`${type}${name}`, `k${type}${name}`, `${type.replace(/s$/, '')}${name}`];
}

/**
 * Whether a selector is what Swift calls by this name. Swift leaves out words that the types say again, so each part of
 * the selector begins with what Swift has of it.
 *
 * @param {string} selector
 * @param {string} name as `present(_:animated:completion:)`, or of a property
 * @param {string} [declaration] with the type of the first argument, of which its last words may be left out
 */
export function isSelectorOf(selector, name, declaration) {
  const [, base = '', labels] = /^(\w+)(?:\((.*)\))?$/.exec(name) ?? [];
  if (labels === undefined) return selector === base;
  const parts = labels.split(':').slice(0, -1);
  const pieces = selector.split(':');
  if (parts.length === 0) return selector === base || selector.startsWith(base);
  if (pieces.length - 1 !== parts.length) return false;
  const [first = '', ...rest] = parts;
  const piece = pieces[0] ?? '';
  const begins =
    base === 'init' ||
    piece.endsWith(capital(base)) ||
    (piece.startsWith(base) && isLeftOut(piece.slice(base.length), first, declaration));
  const ends = first === '_' ? begins : begins && piece.toLowerCase().includes(first.replace('Name', '').toLowerCase());
  return ends && rest.every((label, index) => label === '_' || (pieces[index + 1] ?? '').startsWith(label));
}

/** @param {string} words @param {string} label @param {string | undefined} declaration */
function isLeftOut(words, label, declaration) {
  if (words === '' || label !== '_' || declaration === undefined) return true;
  const type = /\(_ \w+: ([^,)]*)/.exec(declaration)?.[1] ?? '';
  return type.includes(words.replace(/s$/, ''));
}

/** @param {string} name */
export function capital(name) {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
