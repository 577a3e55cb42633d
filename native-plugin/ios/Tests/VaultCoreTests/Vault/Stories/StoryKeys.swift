import OpenSSLCryptography

@testable import VaultCore

/// The device's keys by name, of F and of the anchor.
struct StoryKeys: DeviceFunction, AnchorMac {
  let device: StoryDevice
  var prf: Prf { .hmac }

  func create(_ name: String) throws {
    try device.record { contents, _ in
      contents.keys[name] = labelled("key", Bytes(name.utf8))
      return StoryEffect("createKey", ["name": name])
    }
  }

  func exists(_ name: String) throws -> Bool {
    try device.look { $0.keys[name] != nil }
  }

  func destroy(_ name: String) throws {
    try device.record { contents, run in
      guard contents.keys.removeValue(forKey: name) != nil else { return nil }
      if run.keysStick { throw CoreError(.temporarilyUnavailable, "it can not be destroyed now") }
      return StoryEffect("destroyKey", ["name": name])
    }
  }

  func evaluate(_ name: String, _ input: SecretBytes, as prf: Prf) throws -> SecretBytes {
    let output = try mac(name, input.copy)
    try device.record { _, run in
      run.countsEvaluations ? StoryEffect("evaluate", ["name": name, "input": input.copy.hex]) : nil
    }
    return SecretBytes(copying: output)
  }

  func mac(_ name: String, _ data: Bytes) throws -> Bytes {
    guard let key = try device.look({ $0.keys[name] }) else { throw CoreError(.keyMissing, "no such key") }
    return testHmac(key, data)
  }
}

/// Keys of slots, whose prompts always succeed.
class StoryKem: SlotKem, @unchecked Sendable {
  struct Quality: Sendable {
    let kem: Kem
    let encCount: Int
    /// It can be encrypted to without a prompt.
    let isPublic: Bool

    static let named = [
      "rsa": Quality(kem: .rsaOaepSha256, encCount: 256, isPublic: true),
      "ecies": Quality(kem: .eciesP256, encCount: 113, isPublic: true),
      "aes": Quality(kem: .aesKeystore, encCount: 60, isPublic: false),
      "prf": Quality(kem: .webAuthnPrf, encCount: 20, isPublic: false),
    ]
  }

  let device: StoryDevice
  private let alwaysSurvives: Bool

  /// - Parameter alwaysSurvives: another enrolment, which keys of device credentials do
  init(_ device: StoryDevice, alwaysSurvives: Bool) {
    self.device = device
    self.alwaysSurvives = alwaysSurvives || device.kind.kem.kem == .webAuthnPrf
  }

  /// Of a device: who asks for a public key finds one where there is one.
  static func of(_ device: StoryDevice, alwaysSurvives: Bool = false) -> StoryKem {
    device.kind.kem.isPublic
      ? PublicStoryKem(device, alwaysSurvives: alwaysSurvives) : StoryKem(device, alwaysSurvives: alwaysSurvives)
  }

  var kem: Kem { device.kind.kem.kem }

  func create(_ name: String, survivesEnrolment: Bool) async throws -> Encapsulated {
    let survives = survivesEnrolment || alwaysSurvives
    try device.record { contents, _ in
      contents.kemKeys[name] = StoryDevice.KemKey(survivesEnrolment: survives)
      return StoryEffect("createKemKey", ["name": name, "survivesEnrolment": String(survives)])
    }
    return encapsulated(name)
  }

  func decapsulate(_ input: KemInput) async throws -> SecretBytes {
    let secret = try device.look { contents -> Bytes in
      guard let key = contents.kemKeys[input.name], key.isLive else { throw CoreError(.keyMissing, "no such key") }
      guard let secret = key.secrets[input.enc] else { throw CoreError(.authenticationFailed, "it does not decrypt") }
      return secret
    }
    try device.record { _, _ in StoryEffect("decapsulate", ["name": input.name, "enc": input.enc.hex]) }
    return SecretBytes(copying: secret)
  }

  func destroy(_ name: String) throws {
    try device.record { contents, run in
      guard contents.kemKeys[name]?.isLive == true else { return nil }
      if run.keysStick { throw CoreError(.temporarilyUnavailable, "it can not be destroyed now") }
      contents.kemKeys[name] = nil
      return StoryEffect("destroyKemKey", ["name": name])
    }
  }

  /// The k-th secret of a key, and its `enc`.
  fileprivate func encapsulated(_ name: String) -> Encapsulated {
    var (secret, enc) = (Bytes(), Bytes())
    device.befall { contents in
      let which = Bytes(name.utf8) + [UInt8(contents.kemKeys[name]?.secrets.count ?? 0)]
      secret = labelled("secret", which)
      enc = labelled("enc", which, count: device.kind.kem.encCount)
      contents.kemKeys[name]?.secrets[enc] = secret
    }
    let salt = kem == .webAuthnPrf ? device.random(32) : []
    return Encapsulated(secret: SecretBytes(copying: secret), enc: enc, salt: salt)
  }
}

private final class PublicStoryKem: StoryKem, PublicKeyKem, @unchecked Sendable {
  func encapsulate(_ name: String) throws -> Encapsulated {
    try device.record { contents, _ in
      guard contents.kemKeys[name]?.isLive == true else { throw CoreError(.keyMissing, "no such key") }
      return StoryEffect("encapsulate", ["name": name])
    }
    return encapsulated(name)
  }
}
