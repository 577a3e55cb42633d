import OpenSSLCryptography

@testable import VaultCore

extension CorePorts {
  /// Of a process on this device.
  init(of device: StoryDevice) {
    let keys = StoryKeys(device: device)
    let kems = SlotKems(
      biometric: StoryKem.of(device), deviceCredential: StoryKem.of(device, alwaysSurvives: true))
    self.init(
      random: StoryRandom(device: device), aead: HeldKeyAead(), kdf: RememberingKdf(), deviceFunction: keys,
      anchorMac: keys, kems: kems, blobs: StoryBlobs(device: device), anchors: StoryAnchors(device: device),
      joint: device.kind.isJoint ? StoryTransactions(device: device) : nil, mutex: DeviceMutex(),
      clock: StoryClock(device: device))
  }
}

private struct StoryRandom: Random {
  let device: StoryDevice

  func bytes(_ count: Int) -> Bytes { device.random(count) }
  func secret(_ count: Int) -> SecretBytes { SecretBytes(copying: bytes(count)) }
}

private struct StoryClock: Clock {
  let device: StoryDevice

  func now() -> Milliseconds { device.now }
}

/// The data key can't be read once it is held, as on the web.
private struct HeldKeyAead: ForwardingAead {
  let base: any Aead = OpenSSLAead()

  func dekBytes(_ dek: any Dek) throws -> SecretBytes? { nil }
}

/// Real PBKDF2, once for each passcode and salt: a killed story is told again from its start.
private struct RememberingKdf: Kdf {
  private struct Asked: Hashable {
    let passcode: Bytes
    let salt: Bytes
    let iterations: Int
  }

  private static let derived = Guarded<[Asked: SecretBytes]>([:])

  func derive(_ passcode: SecretBytes, salt: Bytes, iterations: Int) throws -> SecretBytes {
    let asked = Asked(passcode: passcode.copy, salt: salt, iterations: iterations)
    if let known = Self.derived.with({ $0[asked] }) { return known }
    let secret = try OpenSSLKdf().derive(passcode, salt: salt, iterations: iterations)
    Self.derived.with { $0[asked] = secret }
    return secret
  }
}
