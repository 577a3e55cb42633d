#if SWIFT_PACKAGE
  import VaultCore
#endif

/// The codes of BRIDGE.md §6 that this platform rejects with.
public enum RejectionCode: String, CaseIterable, Sendable {
  case unknown = "Unknown"
  case vaultLocked = "VaultLocked"
  case authFailed = "AuthFailed"
  case userCanceledInteraction = "UserCanceledInteraction"
  case vaultUnavailable = "VaultUnavailable"
  case invalidArguments = "InvalidArguments"
  case invalidatedCredential = "InvalidatedCredential"
  case securityNotAvailable = "SecurityNotAvailable"
  case tooManyFailedAttempts = "TooManyFailedAttempts"
  case missingPasscode = "MissingPasscode"
  case keyNotFound = "KeyNotFound"
  case iOSBiometricsLockedOut = "iOSBiometricsLockedOut"
  case policyNotMet = "PolicyNotMet"
  case corrupt = "Corrupt"
  case attemptDelayed = "AttemptDelayed"
  case unsupportedFormat = "UnsupportedFormat"
  case conflict = "Conflict"
  case rolledBack = "RolledBack"
  case limitExceeded = "LimitExceeded"
  case bridgeCapability = "BridgeCapability"
  case bridgeArguments = "BridgeArguments"
  case bridgeVault = "BridgeVault"
  case bridgeProtocol = "BridgeProtocol"
}

/// Why the layer above the core refused, finer than the code.
public enum RefusalReason: String, Sendable {
  case noBiometricKeys = "NO_BIOMETRIC_KEYS"
  case noDeviceCredentialKeys = "NO_DEVICE_CREDENTIAL_KEYS"
  case passcodeNotAllowed = "PASSCODE_NOT_ALLOWED"
  case originNotAllowed = "ORIGIN_NOT_ALLOWED"
}

/// What a call is rejected with. Holds nothing of what the call brought.
public struct Rejection: Error, Equatable, Sendable {
  public let code: RejectionCode
  /// A code of FORMAT.md §16, or a `RefusalReason`.
  public let reason: String?
  /// With `attemptDelayed`.
  public let retryAfter: Milliseconds?

  public init(_ code: RejectionCode, reason: RefusalReason? = nil) {
    self.init(code, reason: reason?.rawValue, retryAfter: nil)
  }

  private init(_ code: RejectionCode, reason: String?, retryAfter: Milliseconds?) {
    self.code = code
    self.reason = reason
    self.retryAfter = retryAfter
  }

  /// Of whatever a call failed with.
  public init(of error: any Error) {
    if let rejection = error as? Rejection {
      self = rejection
    } else if let error = error as? CoreError {
      self.init(error.code.rejection, reason: error.code.rawValue, retryAfter: error.retryAfter)
    } else {
      self.init(.unknown)
    }
  }

  var data: [String: JSONValue] {
    var data: [String: JSONValue] = [:]
    if let reason { data["reason"] = .text(reason) }
    if let retryAfter { data["retryAfter"] = .number(retryAfter) }
    return data
  }
}

extension CoreErrorCode {
  /// The first table of BRIDGE.md §6.
  var rejection: RejectionCode {
    switch self {
    case .corrupt, .scopeMismatch: .corrupt
    case .unsupportedFormat: .unsupportedFormat
    case .slotNotFound, .notFound, .keyMissing, .deviceFunctionFailed: .keyNotFound
    case .invalidPasscode, .invalidArgument: .invalidArguments
    case .authenticationFailed: .authFailed
    case .rolledBack: .rolledBack
    case .keyInvalidated: .invalidatedCredential
    case .temporarilyUnavailable: .vaultUnavailable
    case .attemptDelayed: .attemptDelayed
    case .tooManyAttempts: .tooManyFailedAttempts
    case .userCanceled: .userCanceledInteraction
    case .lockedOut: .iOSBiometricsLockedOut
    case .locked: .vaultLocked
    case .conflict: .conflict
    case .policyNotMet: .policyNotMet
    case .limitExceeded: .limitExceeded
    }
  }
}
