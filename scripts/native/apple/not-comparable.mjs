// @ts-check

/** What the plugin uses of Swift's overlays and of C's own types, which no generated header has; and where each is from. */
const TYPES = "Core Foundation's own type, or what it bridges to (CFBase.h, and the Swift book on bridging)";
const OVERLAY = "of UIKit's Swift overlay: Apple's documentation of the Swift name";

/** @type {Readonly<Record<string, ReadonlyMap<string, string>>>} */
export const NOT_COMPARABLE = {
  AuthenticationServices: new Map([
    ['ASPresentationAnchor', "ASFoundation.h: UIWindow on iOS; the headers' generator leaves it out"],
    ['ASWebAuthenticationSession.Callback.https(host:path:)', 'callbackWithHTTPSHost:path:, by its NS_SWIFT_NAME'],
    ['ASWebAuthenticationSessionError', "of the Swift import of every error code: Apple's documentation of it"],
    ['ASWebAuthenticationSessionError.code', "of the Swift import of every error code: Apple's documentation of it"],
  ]),
  Security: new Map([
    ['CFIndex', TYPES],
    ['CFTypeRef', TYPES],
    ['OSStatus', 'MacTypes.h: SInt32'],
  ]),
  LocalAuthentication: new Map([
    ['LAError.code', "of the Swift import of every error code: Apple's documentation of LAError"],
    ['NSErrorPointer', "of Foundation's Swift overlay"],
  ]),
  UIKit: new Map([
    ['NSTextAlignment.center', "NSText.h: 1 on iOS; the headers' generator takes the values of macOS"],
    ['NSTextAlignment.right', "NSText.h: 2 on iOS; the headers' generator takes the values of macOS"],
    ['UIAccessibility', OVERLAY],
    ['UIAccessibility.isVoiceOverRunning', `${OVERLAY} (UIAccessibilityIsVoiceOverRunning)`],
    ['UIAccessibility.post(notification:argument:)', `${OVERLAY} (UIAccessibilityPostNotification)`],
    ['UIWindow.Level.+(_:_:)', OVERLAY],
  ]),
};
