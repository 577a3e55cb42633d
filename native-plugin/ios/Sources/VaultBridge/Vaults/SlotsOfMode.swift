#if SWIFT_PACKAGE
  import VaultCore
#endif

extension Mode {
  /// Whether its slots depend on the device having biometrics.
  var mayUseBiometrics: Bool {
    switch self {
    case .biometricOnly, .biometricAndPasscode, .biometricOrPasscode, .biometricAndDeviceCredential: true
    case .passcodeOnly, .inMemoryOnly, .secureStorage, .deviceCredentialOnly: false
    }
  }

  /// The slots that a vault of this mode gets here: any one of them opens it. None: nothing is stored.
  /// - Throws: `PolicyNotMet`: the mode has no way to unlock here
  func slots(biometric: Bool, deviceCredential: Bool) throws(Rejection) -> [Kind] {
    switch self {
    case .biometricOnly: try required(biometric, .biometric)
    case .passcodeOnly: [.appPasscode]
    case .biometricAndPasscode: biometric ? [.biometric, .appPasscode] : [.appPasscode]
    case .biometricOrPasscode: [biometric ? .biometric : .appPasscode]
    case .secureStorage: [.device]
    case .inMemoryOnly: []
    case .deviceCredentialOnly: try required(deviceCredential, .deviceCredential)
    case .biometricAndDeviceCredential:
      // The device's passcode opens it either way: without enrolled biometrics it is no weaker.
      (biometric ? [.biometric] : []) + (try required(deviceCredential, .deviceCredential))
    }
  }
}

private func required(_ isAvailable: Bool, _ kind: Kind) throws(Rejection) -> [Kind] {
  if isAvailable { return [kind] }
  throw Rejection(.policyNotMet, reason: kind == .biometric ? .noBiometricKeys : .noDeviceCredentialKeys)
}
