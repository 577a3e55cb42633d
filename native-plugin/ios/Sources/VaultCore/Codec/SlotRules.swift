/// What a slot's fields may be; unused ones are zero. FORMAT.md §4.1.
struct SlotRule {
  var kdf = KdfId.none
  var iterations = 0...0
  var salt = 0...0
  var enc = 0...0

  /// `nil`: this kind of slot does not use this KEM.
  init?(kind: Kind, kem: Kem) {
    switch (kind, kem) {
    case (.biometric, .rsaOaepSha256), (.biometric, .rsaOaepSha1),
      (.deviceCredential, .rsaOaepSha256), (.deviceCredential, .rsaOaepSha1):
      enc = 256...256
    case (.biometric, .eciesP256), (.deviceCredential, .eciesP256):
      enc = 113...113
    case (.biometric, .aesKeystore), (.deviceCredential, .aesKeystore):
      enc = 60...60
    case (.biometric, .webAuthnPrf):
      salt = 32...32
      enc = 1...1023
    case (.appPasscode, .none):
      kdf = .pbkdf2
      iterations = Limit.iterationsMin...Limit.iterationsMax
      salt = Limit.saltMin...Limit.saltMax
    case (.device, .none):
      break
    default:
      return nil
    }
  }
}

extension Mode {
  /// The kinds of slots that a vault of this mode may have. FORMAT.md §4.1.
  public var kinds: [Kind] {
    switch self {
    case .biometricOnly, .biometricAndDeviceCredential: [.biometric, .deviceCredential]
    case .biometricAndPasscode, .biometricOrPasscode: [.biometric, .deviceCredential, .appPasscode]
    case .passcodeOnly: [.appPasscode]
    case .secureStorage: [.device]
    case .deviceCredentialOnly: [.deviceCredential]
    case .inMemoryOnly: []
    }
  }
}
