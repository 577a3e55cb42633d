import LocalAuthentication

#if SWIFT_PACKAGE
  import VaultBridge
#endif

/// The system's way to ask once. A fresh one for each unlock, so that nobody is let in by an earlier proof.
///
/// `@unchecked Sendable`: `LAContext` may be used from any thread, but isn't declared so.
final class PromptContext: @unchecked Sendable {
  let system = LAContext()

  /// - Parameter offersOther: whether there is a button for the passcode of the device
  init(_ texts: PromptTexts, offersOther: Bool) {
    system.touchIDAuthenticationAllowableReuseDuration = 0
    system.localizedReason = reason(texts)
    system.localizedCancelTitle = texts.cancelTitle
    // An empty title takes the button away; none is the system's own.
    system.localizedFallbackTitle = offersOther ? texts.fallbackTitle : ""
  }

  func reason(_ texts: PromptTexts) -> String {
    texts.reason ?? PasscodeTexts.current.unlockReason
  }

  func end() {
    system.invalidate()
  }
}
