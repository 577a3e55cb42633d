#if SWIFT_PACKAGE
  import VaultCore
#endif

/// The options that a vault acts on, complete. BRIDGE.md §4.4.
public struct Settings: Equatable, Sendable {
  /// Of a vault that is newly made.
  public var mode: Mode
  /// Milliseconds in the background; 0 = at once, `nil` = never.
  public var lockAfter: Milliseconds?
  /// Without anybody there; 0 = off.
  public var idleTimeout: Milliseconds = 0
  /// Since the login or unlock; 0 = off.
  public var sessionTimeout: Milliseconds = 0
  public var hideScreen: Bool
  public var wipeAtMax: Bool
  public var maxAttempts: Int
  public var enrolment: Enrolment
  public var texts: PromptTexts

  public init(
    mode: Mode, lockAfter: Milliseconds?, hideScreen: Bool, wipeAtMax: Bool, maxAttempts: Int, enrolment: Enrolment,
    texts: PromptTexts = PromptTexts()
  ) {
    self.mode = mode
    self.lockAfter = lockAfter
    self.hideScreen = hideScreen
    self.wipeAtMax = wipeAtMax
    self.maxAttempts = maxAttempts
    self.enrolment = enrolment
    self.texts = texts
  }

  /// What of them a stored vault takes over with the next write.
  var policyChanges: PolicyChanges { PolicyChanges(maxAttempts: maxAttempts, wipeAtMax: wipeAtMax) }

  /// What locks it. The code for a sign-in may be in another app: being out of sight for it is no stay in the background,
  /// unless it takes too long.
  func lock(hides: Bool, isSigningIn: Bool) -> LockSettings {
    LockSettings(
      lockAfter: isSigningIn ? lockAfter.map { max($0, BridgeLimit.signIn) } : lockAfter,
      hideScreen: hideScreen || hides, idleTimeout: idleTimeout, sessionTimeout: sessionTimeout)
  }

  /// What a new vault, mode or passcode takes over.
  func policy(_ mode: Mode) -> VaultPolicy {
    VaultPolicy(
      mode: mode, enrolment: enrolment, maxAttempts: maxAttempts, wipeAtMax: wipeAtMax, passcodeSetupNeeded: false)
  }
}

/// Of the system's prompts, where they are not the default ones.
public struct PromptTexts: Equatable, Sendable {
  /// Why it is asked, with Touch ID.
  public var reason: String?
  public var cancelTitle: String?
  /// Of the button for the other way.
  public var fallbackTitle: String?

  public init(reason: String? = nil, cancelTitle: String? = nil, fallbackTitle: String? = nil) {
    self.reason = reason
    self.cancelTitle = cancelTitle
    self.fallbackTitle = fallbackTitle
  }

  static let ofOtherPlatforms = [
    "androidBiometricsPromptTitle", "androidBiometricsPromptSubtitle", "androidBiometricsPromptDescription",
    "androidBiometricsNegativeButtonText",
  ]
}
