// Ids of FORMAT.md §2.

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

/// What a changed biometric enrolment does to the vault.
public enum Enrolment: UInt8, CaseIterable, Sendable {
  case requireOther = 0
  case wipe = 1
  case ignore = 2
}

/// A way to unlock.
public enum Kind: UInt8, CaseIterable, Sendable {
  case biometric = 1
  case deviceCredential = 2
  case appPasscode = 3
  case device = 4
}

/// What encrypts the secret of a slot.
public enum Kem: UInt8, CaseIterable, Sendable {
  case none = 0
  case rsaOaepSha256 = 1
  case rsaOaepSha1 = 2
  case eciesP256 = 3
  case webAuthnPrf = 4
  case aesKeystore = 5
}

/// The device function.
public enum Prf: UInt8, CaseIterable, Sendable {
  case hmac = 1
  case ecdh = 2
  case keychainHmac = 3
}

public enum KdfId: UInt8, CaseIterable, Sendable {
  case none = 0
  case pbkdf2 = 1
}
