/// What the person brings: a normalised passcode for an appPasscode slot, else nothing or what a prompt gave.
struct Credential: Sendable {
  var passcode: SecretBytes?
  /// S of a slot with a KEM, where it was decapsulated before.
  var secret: SecretBytes?
}

/// S of FORMAT.md §6.1.
///
/// - Throws: what the KEM throws, `POLICY_NOT_MET` where there is none
func slotSecret(_ ports: CorePorts, _ place: SlotPlace, _ credential: Credential) async throws -> SecretBytes {
  let head = place.head
  switch head.kind {
  case .device:
    return secretOfDevice()
  case .appPasscode:
    guard let passcode = credential.passcode else {
      throw CoreError(.invalidArgument, "a passcode slot needs a passcode")
    }
    return try ports.kdf.derive(passcode, salt: head.salt, iterations: head.iterations)
  case .biometric, .deviceCredential:
    if let secret = credential.secret { return secret }
    let input = KemInput(name: place.keys.kem, salt: head.salt, enc: head.enc)
    return try await kemOf(ports, head.kind).decapsulate(input)
  }
}

/// Nobody has to bring it: 32 zero bytes.
func secretOfDevice() -> SecretBytes {
  SecretBytes(count: 32) { _ in }
}

/// - Throws: `POLICY_NOT_MET`: this device has no such keys
func kemOf(_ ports: CorePorts, _ kind: Kind) throws -> any SlotKem {
  guard let kem = kind == .biometric ? ports.kems.biometric : ports.kems.deviceCredential else {
    throw CoreError(.policyNotMet, "no keys of this kind on this device")
  }
  return kem
}
