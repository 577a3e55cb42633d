import CryptoKit
import Foundation
import LocalAuthentication

#if SWIFT_PACKAGE
  import VaultBridge
  import VaultCore
#endif

/// What the device says of its biometrics and its passcode.
struct Biometry: Biometrics {
  /// What a context answers about one policy.
  private struct Answer {
    let isPossible: Bool
    let code: Int
    let type: LABiometryType
    let state: Data?

    func says(_ code: LAError.Code) -> Bool { !isPossible && self.code == code.rawValue }
  }

  let hasEnclave: Bool
  let folder: VaultFolder

  var hardware: DeviceFacts.Hardware? {
    let type = ask(.deviceOwnerAuthenticationWithBiometrics).type
    switch type {
    case .touchID: return .fingerprint
    case .faceID: return .face
    default:
      if #available(iOS 17.0, *), type == .opticID { return .iris }
      return nil
    }
  }

  var isSupported: Bool { hasEnclave && hardware != nil }

  /// A lockout passes; a key can be made meanwhile.
  var isAvailable: Bool {
    let answer = ask(.deviceOwnerAuthenticationWithBiometrics)
    return hasEnclave && (answer.isPossible || answer.says(.biometryLockout))
  }

  var isDeviceCredentialAvailable: Bool { hasEnclave && isPasscodeSet }

  var isPasscodeSet: Bool { ask(.deviceOwnerAuthentication).isPossible }

  var isLockedOut: Bool { ask(.deviceOwnerAuthenticationWithBiometrics).says(.biometryLockout) }

  /// Who is enrolled, as a digest. `nil`: nobody, or it can't be said now.
  var domainState: Data? {
    ask(.deviceOwnerAuthenticationWithBiometrics).state.map { Data(SHA256.hash(data: $0)) }
  }

  /// The system tells that Face ID was refused, but not whether it was ever asked for: that is noted when it was used.
  var permission: DeviceFacts.Permission {
    guard let hardware else { return .denied }
    if ask(.deviceOwnerAuthenticationWithBiometrics).says(.biometryNotAvailable) { return .denied }
    return hardware == .fingerprint || isNoted ? .granted : .prompt
  }

  /// A prompt for biometrics was answered.
  func noteAllowed() {
    guard hardware != .fingerprint, !isNoted else { return }
    try? folder.write(Biometry.note, [], protection: .none)
  }

  private static let note = "biometrics-allowed"

  private var isNoted: Bool {
    guard let path = try? folder.path(Biometry.note) else { return false }
    return FileManager.default.fileExists(atPath: path)
  }

  private func ask(_ policy: LAPolicy) -> Answer {
    let context = LAContext()
    var error: NSError?
    let isPossible = context.canEvaluatePolicy(policy, error: &error)
    return Answer(
      isPossible: isPossible, code: error?.code ?? 0, type: context.biometryType,
      state: context.evaluatedPolicyDomainState)
  }
}
