import Foundation

/// Why a prompt of the system failed: the codes of `LAError`.
public enum AuthenticationFailure: Int, Error, Sendable {
  case authenticationFailed = -1
  case userCancel = -2
  case userFallback = -3
  case systemCancel = -4
  case passcodeNotSet = -5
  case biometryNotAvailable = -6
  case biometryNotEnrolled = -7
  case biometryLockout = -8
  case appCancel = -9
  case invalidContext = -10
  case notInteractive = -1004
}

/// What a fake `LAContext` is to the Keychain.
public protocol PromptContext: AnyObject {
  var fakeIsInvalidated: Bool { get }
  var fakeAllowsInteraction: Bool { get }
  var fakeReason: String { get }
  var fakeHasFallback: Bool { get }
  /// What was proved in this context, and need not be asked again.
  var fakeProved: Set<Proof> { get set }
}

public enum Proof: Hashable, Sendable { case biometry, passcode }

extension FakeDevice {
  /// Why biometrics can't be asked for now.
  public var biometryFailure: AuthenticationFailure? {
    let state = self.state
    if state.biometry == .none { return .biometryNotAvailable }
    if state.biometry == .faceID, state.permission == .denied { return .biometryNotAvailable }
    if !state.isPasscodeSet { return .passcodeNotSet }
    if state.enrolment == 0 { return .biometryNotEnrolled }
    return state.isLockedOut ? .biometryLockout : nil
  }

  /// Asks for a face or finger. Blocks the thread, as the Keychain does.
  public func askForBiometry(_ context: any PromptContext) throws {
    if context.fakeProved.contains(.biometry) { return }
    try refuseOrAsk(context, biometryFailure)
    try askForPermission(context)
    try prompting(.biometric, context) { [self] in
      // Face ID tries twice, Touch ID three times, before it gives up.
      for _ in 0..<(state.biometry == .faceID ? 2 : 3) {
        let answer = person.answer { context.fakeIsInvalidated }
        if answer == .match {
          change { $0.mismatches = 0 }
          context.fakeProved.insert(.biometry)
          return
        }
        guard answer == .mismatch else { throw failure(of: answer, context) }
        change { $0.mismatches += 1 }
        if state.isLockedOut { throw AuthenticationFailure.biometryLockout }
      }
      throw AuthenticationFailure.authenticationFailed
    }
  }

  public func askForPasscode(_ context: any PromptContext) throws {
    if context.fakeProved.contains(.passcode) { return }
    try refuseOrAsk(context, state.isPasscodeSet ? nil : .passcodeNotSet)
    try prompting(.passcode, context) { [self] in
      let answer = person.answer { context.fakeIsInvalidated }
      guard answer == .match else { throw failure(of: answer, context) }
      // The device passcode ends a lockout.
      change { $0.mismatches = 0 }
      context.fakeProved.insert(.passcode)
    }
  }

  private func refuseOrAsk(_ context: any PromptContext, _ refusal: AuthenticationFailure?) throws {
    if context.fakeIsInvalidated { throw AuthenticationFailure.invalidContext }
    if let refusal { throw refusal }
    if !context.fakeAllowsInteraction { throw AuthenticationFailure.notInteractive }
    precondition(!context.fakeReason.isEmpty, "LAContext ends the app when it is given no reason")
  }

  /// The system asks once whether this app may use Face ID.
  private func askForPermission(_ context: any PromptContext) throws {
    guard state.biometry == .faceID else { return }
    let text = Bundle.main.object(forInfoDictionaryKey: "NSFaceIDUsageDescription") as? String
    precondition(text?.isEmpty == false, "the system ends an app without NSFaceIDUsageDescription")
    guard state.permission == .notDetermined else { return }
    try prompting(.permission, context) { [self] in
      let isGranted = person.answer { context.fakeIsInvalidated } == .match
      change { $0.permission = isGranted ? .granted : .denied }
      if !isGranted { throw AuthenticationFailure.biometryNotAvailable }
    }
  }

  private func prompting(_ prompt: Person.Prompt, _ context: any PromptContext, _ ask: () throws -> Void) throws {
    person.show(prompt, context.fakeReason)
    onSystemPrompt?(true)
    defer { onSystemPrompt?(false) }
    try ask()
  }

  private func failure(of answer: Person.Answer, _ context: any PromptContext) -> AuthenticationFailure {
    switch answer {
    case .match, .mismatch: return .authenticationFailed
    case .cancel: return .userCancel
    case .fallback: return context.fakeHasFallback ? .userFallback : .userCancel
    case .systemCancel: return .systemCancel
    case .appCancel: return .appCancel
    case .screenLock:
      lockScreen()
      return .systemCancel
    }
  }
}
