import Foundation
import LocalAuthentication
import Security

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// Why a prompt of the system, or a key that needs one, refused. FORMAT.md §18.1.
struct PromptFailure: Error {
  let domain: String
  let code: Int

  init(_ error: any Error) {
    let error = error as NSError
    (domain, code) = (error.domain, error.code)
  }

  init(_ error: Unmanaged<CFError>?) {
    let unsaid = NSError(domain: NSOSStatusErrorDomain, code: Int(errSecNotAvailable))
    self.init(error.map { $0.takeRetainedValue() as any Error } ?? unsaid)
  }

  /// The person pressed the button for the other way.
  var isFallback: Bool { isAuthentication(.userFallback) }

  /// The system took the prompt away: another app, a call, the screen lock; or the app was not in front of the person.
  var isSystemCancel: Bool { isAuthentication(.systemCancel) || isAuthentication(.notInteractive) }

  /// - Parameter isOtherEnrolment: who is enrolled is not who was when the key was made
  func coreError(isOtherEnrolment: () -> Bool) -> CoreError {
    let detail = "a prompt or its key: \(domain) \(code)"
    if domain == LAErrorDomain { return CoreError(Self.codes[code] ?? .temporarilyUnavailable, detail) }
    if code == Int(errSecAuthFailed), isOtherEnrolment() { return CoreError(.keyInvalidated, detail) }
    return KeychainStatus.failure(OSStatus(truncatingIfNeeded: code), detail)
  }

  /// Where no person was asked.
  static func coreError(_ error: Unmanaged<CFError>?, _ what: String) -> CoreError {
    let failure = PromptFailure(error)
    return KeychainStatus.failure(OSStatus(truncatingIfNeeded: failure.code), what)
  }

  private func isAuthentication(_ code: LAError.Code) -> Bool {
    domain == LAErrorDomain && self.code == code.rawValue
  }

  private static let codes: [Int: CoreErrorCode] = [
    LAError.Code.userCancel.rawValue: .userCanceled,
    LAError.Code.userFallback.rawValue: .userCanceled,
    LAError.Code.systemCancel.rawValue: .userCanceled,
    LAError.Code.notInteractive.rawValue: .userCanceled,
    LAError.Code.appCancel.rawValue: .userCanceled,
    // The context was ended by a lock or an erasure before it could ask.
    LAError.Code.invalidContext.rawValue: .userCanceled,
    LAError.Code.biometryLockout.rawValue: .lockedOut,
    LAError.Code.passcodeNotSet.rawValue: .policyNotMet,
    LAError.Code.biometryNotAvailable.rawValue: .policyNotMet,
    LAError.Code.biometryNotEnrolled.rawValue: .policyNotMet,
    LAError.Code.authenticationFailed.rawValue: .authenticationFailed,
  ]
}
