@testable import VaultCore

struct DeviceRandom: Random {
  let device: Device

  func bytes(_ count: Int) -> Bytes { device.with { $0.random.bytes(count) } }

  func secret(_ count: Int) -> SecretBytes { SecretBytes(copying: bytes(count)) }
}

struct DeviceClock: Clock {
  let device: Device

  func now() -> Milliseconds { device.with { $0.now } }
}

/// The device's keys, and what is computed with them.
struct DeviceRing: DeviceFunction, AnchorMac {
  let device: Device
  let life: Life
  var prf: Prf { .hmac }

  func create(_ name: String) throws {
    try life.write { device.with { $0.ring[name] = $0.random.bytes(32) } }
  }

  func exists(_ name: String) throws -> Bool {
    try life.assertAlive()
    return device.ring[name] != nil
  }

  func destroy(_ name: String) throws {
    try life.write { device.with { $0.ring[name] = nil } }
  }

  func evaluate(_ name: String, _ input: SecretBytes, as prf: Prf) throws -> SecretBytes {
    try life.assertAlive()
    device.with { $0.guesses += 1 }
    return SecretBytes(copying: try computed(name, input.withUnsafeBytes { Bytes($0) }))
  }

  func mac(_ name: String, _ data: Bytes) throws -> Bytes {
    try life.assertAlive()
    return try computed(name, data)
  }

  private func computed(_ name: String, _ data: Bytes) throws -> Bytes {
    guard let key = device.ring[name] else { throw CoreError(.keyMissing, "no such key") }
    return testHmac(key, data)
  }
}

/// A passcode that is tested at once: what is not tried here is how long it takes.
struct QuickKdf: Kdf {
  func derive(_ passcode: SecretBytes, salt: Bytes, iterations: Int) throws -> SecretBytes {
    SecretBytes(copying: testHmac(salt, passcode.withUnsafeBytes { Bytes($0) }))
  }
}

/// Stands in for hardware: remembers which secret each `enc` stands for.
struct DeviceKem: PublicKeyKem {
  let device: Device
  let life: Life
  let kem: Kem

  func create(_ name: String, survivesEnrolment: Bool) async throws -> Encapsulated {
    device.with { _ = $0.kems.live.insert(name) }
    return try encapsulate(name)
  }

  func encapsulate(_ name: String) throws -> Encapsulated {
    try life.assertAlive()
    let (secret, enc) = device.with { device in
      let secret = device.random.bytes(32)
      let enc = device.random.bytes(kem == .eciesP256 ? 113 : 256)
      device.kems.secrets[place(name, enc)] = secret
      return (secret, enc)
    }
    return Encapsulated(secret: SecretBytes(copying: secret), enc: enc, salt: [])
  }

  func decapsulate(_ input: KemInput) async throws -> SecretBytes {
    try life.assertAlive()
    let kems = device.with { $0.kems }
    if !kems.live.contains(input.name) { throw CoreError(.keyMissing, "no such key") }
    guard let secret = kems.secrets[place(input.name, input.enc)] else {
      throw CoreError(.authenticationFailed, "does not decrypt")
    }
    return SecretBytes(copying: secret)
  }

  func destroy(_ name: String) throws {
    try life.assertAlive()
    device.with { _ = $0.kems.live.remove(name) }
  }

  private func place(_ name: String, _ enc: Bytes) -> String { "\(name)/\(enc.hex)" }
}
