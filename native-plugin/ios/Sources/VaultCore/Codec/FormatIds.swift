/// The version of the format. FORMAT.md §2.
let formatVersion: UInt8 = 1
/// The only cipher suite: AES-256-GCM with HKDF-SHA-256.
let suite: UInt8 = 1

/// How a vault is unlocked.
public enum Mode: UInt8, CaseIterable, Sendable {
  case biometricOnly = 0
  case passcodeOnly = 1
  case biometricAndPasscode = 2
  /// Never stored.
  case inMemoryOnly = 3
  case biometricOrPasscode = 4
  case secureStorage = 5
  case deviceCredentialOnly = 6
  case biometricAndDeviceCredential = 7
}

/// What a changed biometric enrolment does to the vault. FORMAT.md §12.
public enum Enrolment: UInt8, CaseIterable, Sendable {
  case requireOther = 0
  case wipe = 1
  case ignore = 2
}

/// What opens a slot.
public enum Kind: UInt8, CaseIterable, Sendable {
  case biometric = 1
  case deviceCredential = 2
  case appPasscode = 3
  case device = 4
}

/// How the secret of a slot is kept for it.
public enum Kem: UInt8, CaseIterable, Sendable {
  case none = 0
  case rsaOaepSha256 = 1
  case rsaOaepSha1 = 2
  case eciesP256 = 3
  case webAuthnPrf = 4
  case aesKeystore = 5
}

/// How the device function is computed. FORMAT.md §6.2.
public enum Prf: UInt8, CaseIterable, Sendable {
  case hmac = 1
  case ecdh = 2
  /// With a key that the app can read: weaker, and reported as such.
  case keychainHmac = 3
}

/// How a passcode becomes a key.
public enum KdfId: UInt8, CaseIterable, Sendable {
  case none = 0
  case pbkdf2 = 1
}

/// What can be read of a vault while it is locked. FORMAT.md §4.2.
struct Flags: OptionSet {
  let rawValue: UInt16

  static let hasValues = Flags(rawValue: 1)
  static let hasSession = Flags(rawValue: 2)
  static let wipeAtMax = Flags(rawValue: 4)
  static let passcodeSetupNeeded = Flags(rawValue: 8)
  static let all: Flags = [.hasValues, .hasSession, .wipeAtMax, .passcodeSetupNeeded]
}
