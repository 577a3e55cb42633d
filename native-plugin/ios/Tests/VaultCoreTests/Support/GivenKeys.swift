import OpenSSLCryptography

@testable import VaultCore

/// Keys and secrets that a case of `envelopes.json` gives.
struct GivenKeys: DeviceFunction {
  var prf: Prf { .hmac }
  /// By name.
  var keys: [String: Bytes]
  /// S by slot id, whatever `enc` holds.
  var secrets: [String: Bytes]

  var kems: SlotKems {
    let kem = GivenKem(secrets: secrets)
    return SlotKems(biometric: kem, deviceCredential: kem)
  }

  func create(_ name: String) throws { throw Unasked() }
  func exists(_ name: String) throws -> Bool { keys[name] != nil }
  func destroy(_ name: String) throws { throw Unasked() }

  func evaluate(_ name: String, _ input: SecretBytes, as prf: Prf) throws -> SecretBytes {
    guard let key = keys[name].map({ SecretBytes(copying: $0) }) else { throw CoreError(.keyMissing, "no such key") }
    if prf != .ecdh { return input.withUnsafeBytes { hmacSHA256(key: key, $0) } }
    guard let multiple = P256.deviceFunction(key: key, input: input) else {
      throw CoreError(.deviceFunctionFailed, "no candidate serves")
    }
    return multiple.output
  }
}

private struct GivenKem: SlotKem {
  let secrets: [String: Bytes]
  var kem: Kem { .rsaOaepSha256 }

  func create(_ name: String, survivesEnrolment: Bool) async throws -> Encapsulated { throw Unasked() }
  func destroy(_ name: String) throws { throw Unasked() }

  func decapsulate(_ input: KemInput) async throws -> SecretBytes {
    let slotId = input.name.split(separator: ".")[2]
    guard let secret = secrets[String(slotId)] else { throw CoreError(.keyMissing, "no such key") }
    return SecretBytes(copying: secret)
  }
}

/// Opening asks for nothing like that.
struct Unasked: Error {}
