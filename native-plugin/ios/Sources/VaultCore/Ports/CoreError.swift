/// The closed list of FORMAT.md §16.
public enum CoreErrorCode: String, CaseIterable, Sendable {
  case corrupt = "CORRUPT"
  case unsupportedFormat = "UNSUPPORTED_FORMAT"
  case scopeMismatch = "SCOPE_MISMATCH"
  case slotNotFound = "SLOT_NOT_FOUND"
  case invalidPasscode = "INVALID_PASSCODE"
  case authenticationFailed = "AUTHENTICATION_FAILED"
  case notFound = "NOT_FOUND"
  case rolledBack = "ROLLED_BACK"
  case keyMissing = "KEY_MISSING"
  case keyInvalidated = "KEY_INVALIDATED"
  case deviceFunctionFailed = "DEVICE_FUNCTION_FAILED"
  case temporarilyUnavailable = "TEMPORARILY_UNAVAILABLE"
  case attemptDelayed = "ATTEMPT_DELAYED"
  case tooManyAttempts = "TOO_MANY_ATTEMPTS"
  case userCanceled = "USER_CANCELED"
  case lockedOut = "LOCKED_OUT"
  case locked = "LOCKED"
  case conflict = "CONFLICT"
  case policyNotMet = "POLICY_NOT_MET"
  case invalidArgument = "INVALID_ARGUMENT"
  case limitExceeded = "LIMIT_EXCEEDED"
}

/// Why the core refused. `detail` is for developers: it never holds a secret or a stored value.
public struct CoreError: Error, CustomStringConvertible {
  public let code: CoreErrorCode
  public let detail: String
  /// What the platform failed with. Not part of `description`: nobody knows what it says.
  public let cause: (any Error)?
  /// Until another attempt is allowed; only with `attemptDelayed`.
  public let retryAfter: Milliseconds?

  public init(
    _ code: CoreErrorCode, _ detail: String, cause: (any Error)? = nil, retryAfter: Milliseconds? = nil
  ) {
    self.code = code
    self.detail = detail
    self.cause = cause
    self.retryAfter = retryAfter
  }

  public var description: String { "\(code.rawValue): \(detail)" }
}

extension CoreErrorCode {
  /// `nil` for anything that is not a `CoreError`.
  public init?(of error: any Error) {
    guard let error = error as? CoreError else { return nil }
    self = error.code
  }

  /// Not being able to read now, or having been overtaken, says nothing about what is stored.
  var isDamage: Bool { self != .temporarilyUnavailable && self != .conflict }
}

func corrupt(_ detail: String) -> CoreError { CoreError(.corrupt, detail) }

func unsupported(_ detail: String) -> CoreError { CoreError(.unsupportedFormat, detail) }
