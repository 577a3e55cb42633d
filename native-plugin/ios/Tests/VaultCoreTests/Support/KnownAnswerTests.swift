import OpenSSLCryptography
import Testing

@testable import VaultCore

/// The cryptography that the tests stand on: `known-answers.json`, `device-function.json` and `kems.json`.
struct KnownAnswerTests {
  @Test(arguments: try VectorCase.all(of: "known-answers.json"))
  func knownAnswer(_ each: VectorCase) async throws {
    try await each.check { fields in
      _ = try fields.take("source") as String
      let output = try answer(try fields.take("primitive"), fields)
      try requireEqual(output, fields.object("expect").read { try $0.bytes("output") })
    }
  }

  @Test(arguments: try VectorCase.all(of: "device-function.json"))
  func deviceFunction(_ each: VectorCase) async throws {
    try await each.check { fields in
      let prf: Int = try fields.take("prf")
      let (key, input) = (try fields.secret("key"), try fields.secret("input"))
      let expected = try fields.object("expect").read { try $0.bytes("output") }
      guard prf == Int(Prf.ecdh.rawValue) else {
        return try requireEqual(input.withUnsafeBytes { hmacSHA256(key: key, $0) }.copy, expected)
      }
      let multiple = try #require(P256.deviceFunction(key: key, input: input))
      let publicKey = try fields.bytes("publicX") + fields.bytes("publicY")
      try requireEqual(multiple.output.copy, expected)
      try requireEqual(multiple.candidate, fields.take("candidate"))
      try requireEqual(multiple.pointX, fields.bytes("pointX"))
      try requireEqual(P256.publicKey(of: key), [4] + publicKey)
    }
  }

  @Test(arguments: try VectorCase.all(of: "kems.json"))
  func kem(_ each: VectorCase) async throws {
    let bases = try VectorCase.bases(of: "kems.json")
    try await each.check { fields in
      let base = try #require(bases[try fields.take("base")])
      let key = SecretBytes(copying: try Bytes(hex: try #require(base["key"] as? String)))
      let kem = try #require(Kem(rawValue: UInt8(try fields.take("kem") as Int)))
      let enc = try fields.bytes("enc")
      let expected = try fields.object("expect")
      guard let secret = decrypt(enc, by: key, as: kem) else {
        return try requireEqual("AUTHENTICATION_FAILED", expected.read { try $0.take("error") })
      }
      guard secret.count == 32 else {
        return try requireEqual("CORRUPT", expected.read { try $0.take("error") })
      }
      try requireEqual(secret.copy, expected.read { try $0.bytes("secret") })
    }
  }
}

private func answer(_ primitive: String, _ fields: StrictObject) throws -> Bytes {
  switch primitive {
  case "SHA-256":
    return sha256(try fields.bytes("input"))
  case "HMAC-SHA-256":
    let key = try fields.secret("key")
    return try fields.secret("input").withUnsafeBytes { hmacSHA256(key: key, $0) }.copy
  case "HKDF-SHA-256":
    let input = HkdfInput(
      secret: try fields.secret("secret"), salt: try fields.bytes("salt"), info: try fields.bytes("info"))
    return hkdfSHA256(input, count: try fields.take("length")).copy
  case "X9.63-KDF-SHA-256":
    let (secret, info) = (try fields.secret("secret"), try fields.bytes("info"))
    return x963SHA256(secret, info: info, count: try fields.take("length")).copy
  case "PBKDF2-HMAC-SHA-256":
    let (password, salt) = (try fields.secret("password"), try fields.bytes("salt"))
    let iterations: Int = try fields.take("iterations")
    return pbkdf2SHA256(password, salt: salt, iterations: iterations, count: try fields.take("length")).copy
  case "AES-256-GCM":
    let (key, nonce, aad) = (try fields.secret("key"), try fields.bytes("nonce"), try fields.bytes("aad"))
    return try fields.bytes("plaintext").withUnsafeBytes { gcmSeal($0, key: key, nonce: nonce, aad: aad) }
  case "ECDH-P-256":
    let point = try [4] + fields.bytes("pointX") + fields.bytes("pointY")
    return try #require(P256.multiply(try fields.secret("scalar"), point: point)).copy
  default:
    throw UnknownField(name: primitive)
  }
}

/// FORMAT.md §6.1. `nil`: it does not decrypt.
private func decrypt(_ enc: Bytes, by key: SecretBytes, as kem: Kem) -> SecretBytes? {
  switch kem {
  case .rsaOaepSha256: return rsaOaepDecrypt(enc, pkcs8: key, sha256: true)
  case .rsaOaepSha1: return rsaOaepDecrypt(enc, pkcs8: key, sha256: false)
  case .eciesP256:
    let publicKey = Bytes(enc.prefix(65))
    guard let shared = P256.multiply(key, point: publicKey) else { return nil }
    let derived = x963SHA256(shared, info: publicKey, count: 32).copy
    let nonce = Bytes(derived.suffix(16))
    return gcmOpen(Bytes(enc.dropFirst(65)), key: SecretBytes(copying: derived.prefix(16)), nonce: nonce, aad: [])
  case .aesKeystore: return gcmOpen(Bytes(enc.dropFirst(12)), key: key, nonce: Bytes(enc.prefix(12)), aad: [])
  case .none, .webAuthnPrf: return nil
  }
}

extension StrictObject {
  func secret(_ name: String) throws -> SecretBytes {
    SecretBytes(copying: try bytes(name))
  }
}
