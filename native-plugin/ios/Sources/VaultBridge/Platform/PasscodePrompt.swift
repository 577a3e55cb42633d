import Foundation

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// The built-in passcode prompt. One is shown at a time.
public protocol PasscodePrompt: Sendable {
  /// Asks until `submit` returns no complaint.
  /// - Parameter attemptsLeft: at this moment; `nil`: the vault is never erased for wrong passcodes
  /// - Returns: `false`: the person gave up
  /// - Throws: what `submit` throws
  func enter(
    attemptsLeft: @escaping @Sendable () async -> Int?,
    _ submit: @escaping @Sendable (TypedPasscode) async throws -> PasscodeComplaint?
  ) async throws -> Bool
  /// Asks for a new passcode, twice.
  /// - Returns: `nil`: the person gave up
  func choose(_ rules: PasscodeRules) async -> TypedPasscode?
}

/// Why another try makes sense.
public enum PasscodeComplaint: Equatable, Sendable {
  case wrong
  /// It can't be a passcode, and was not checked.
  case impossible
  /// Nothing was checked.
  case delayed(Milliseconds)
  case tooShort(least: Int)
  case tooLong(most: Int)
  case notAllowed
  case weak(PasscodeWeakness)
  /// What was entered the second time is not the same.
  case different
}

/// What a new passcode must be, counted in code points after normalisation.
public struct PasscodeRules: Equatable, Sendable {
  public let minLength: Int
  public let maxLength: Int

  public init(minLength: Int = Limit.passcodeMin, maxLength: Int = Limit.passcodeMax) {
    self.minLength = minLength
    self.maxLength = maxLength
  }

  /// - Returns: `nil`: it can be one
  public func complaint(_ typed: TypedPasscode) -> PasscodeComplaint? {
    if (try? normaliseNewPasscode(typed, minLength: minLength)) != nil { return nil }
    let length = typed.normalisedLength
    if length < minLength { return .tooShort(least: minLength) }
    return length > maxLength ? .tooLong(most: maxLength) : .notAllowed
  }

  /// - Throws: `PolicyNotMet`
  func bytes(_ typed: TypedPasscode) throws -> SecretBytes {
    do {
      return try normaliseNewPasscode(typed, minLength: minLength)
    } catch {
      throw Rejection(.policyNotMet, reason: .passcodeNotAllowed)
    }
  }
}

extension TypedPasscode {
  fileprivate var normalisedLength: Int {
    withUTF16 { units in
      if units.allSatisfy({ $0 < 128 }) { return units.count }
      return String(decoding: units, as: UTF16.self).precomposedStringWithCompatibilityMapping.unicodeScalars.count
    }
  }
}
