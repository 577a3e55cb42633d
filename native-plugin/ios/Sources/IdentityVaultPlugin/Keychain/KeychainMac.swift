import CryptoKit
import Foundation
import Security

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// HMAC-SHA-256 under 32 random bytes in the Keychain, by name: the anchor key, and prf 3.
struct KeychainMac: AnchorMac {
  let keychain: Keychain
  let random: any Random
  let installation: Installation

  func create(_ name: String) throws {
    try installation.ensure()
    var key = random.secret(32).withUnsafeBytes { Data($0) }
    defer { key.resetBytes(in: key.startIndex..<key.endIndex) }
    guard try keychain.add(name, key) else { throw CoreError(.temporarilyUnavailable, "a key of this name is there") }
  }

  func exists(_ name: String) throws -> Bool {
    try installation.ensure()
    return try keychain.read(name) != nil
  }

  func destroy(_ name: String) throws {
    try installation.ensure()
    try keychain.delete(name)
  }

  func mac(_ name: String, _ data: Bytes) throws -> Bytes {
    Bytes(HMAC<SHA256>.authenticationCode(for: data, using: try key(name)))
  }

  func evaluate(_ name: String, _ input: SecretBytes) throws -> SecretBytes {
    let key = try key(name)
    // CryptoKit takes no pointer: the copy is zeroed by hand.
    var copy = input.withUnsafeBytes { Data($0) }
    defer { copy.resetBytes(in: copy.startIndex..<copy.endIndex) }
    return HMAC<SHA256>.authenticationCode(for: copy, using: key).withUnsafeBytes { SecretBytes(copying: $0) }
  }

  private func key(_ name: String) throws -> SymmetricKey {
    try installation.ensure()
    guard let bytes = try keychain.read(name) else { throw CoreError(.keyMissing, "a key of this device is not there") }
    // CryptoKit has its own copy, which it zeroes.
    defer { SecretBytes.zero(bytes as CFData) }
    return SymmetricKey(data: bytes)
  }
}
