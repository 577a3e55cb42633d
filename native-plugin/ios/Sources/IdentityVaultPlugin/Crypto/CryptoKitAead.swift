import CryptoKit
import Foundation

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// Suite 1. FORMAT.md §6.3. Keys are CryptoKit's, which zeroes them.
struct CryptoKitAead: Aead {
  private struct Handle: Kek, Dek {
    let key: SymmetricKey
  }

  private static let tagLength = 16

  func digest(_ data: Bytes) throws -> Bytes {
    Bytes(SHA256.hash(data: data))
  }

  func deriveKek(_ input: HkdfInput) throws -> any Kek {
    let secret = input.secret.withUnsafeBytes { SymmetricKey(data: $0) }
    return Handle(key: derive(secret, salt: input.salt, info: input.info))
  }

  func importDek(_ bytes: SecretBytes) throws -> any Dek {
    Handle(key: bytes.withUnsafeBytes { SymmetricKey(data: $0) })
  }

  func wrap(_ dek: SecretBytes, under kek: any Kek, _ binding: Binding) throws -> Bytes {
    var plaintext = dek.withUnsafeBytes { Data($0) }
    defer { plaintext.resetBytes(in: plaintext.startIndex..<plaintext.endIndex) }
    return try seal(plaintext, try key(of: kek), binding)
  }

  func unwrap(_ wrapped: Bytes, under kek: any Kek, _ binding: Binding) throws -> (any Dek)? {
    guard var plaintext = try open(wrapped[...], try key(of: kek), binding) else { return nil }
    defer { plaintext.resetBytes(in: plaintext.startIndex..<plaintext.endIndex) }
    return Handle(key: SymmetricKey(data: plaintext))
  }

  func dekBytes(_ dek: any Dek) throws -> SecretBytes? {
    try key(of: dek).withUnsafeBytes { SecretBytes(copying: $0) }
  }

  func seal(_ plaintext: Bytes, under dek: any Dek, salt: Bytes, _ binding: Binding) throws -> Bytes {
    try seal(plaintext, payloadKey(try key(of: dek), salt), binding)
  }

  func open(_ ciphertext: ByteSlice, under dek: any Dek, salt: Bytes, _ binding: Binding) throws -> Bytes? {
    try open(ciphertext, payloadKey(try key(of: dek), salt), binding).map { Bytes($0) }
  }

  private func payloadKey(_ dek: SymmetricKey, _ salt: Bytes) -> SymmetricKey {
    derive(dek, salt: salt, info: Bytes("idv1/payload".utf8))
  }

  private func derive(_ secret: SymmetricKey, salt: Bytes, info: Bytes) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(inputKeyMaterial: secret, salt: salt, info: info, outputByteCount: 32)
  }

  private func seal(_ plaintext: some DataProtocol, _ key: SymmetricKey, _ binding: Binding) throws -> Bytes {
    do {
      let nonce = try AES.GCM.Nonce(data: binding.nonce)
      let box = try AES.GCM.seal(plaintext, using: key, nonce: nonce, authenticating: binding.aad)
      return Bytes(box.ciphertext) + Bytes(box.tag)
    } catch {
      throw CoreError(.temporarilyUnavailable, "nothing can be encrypted", cause: error)
    }
  }

  /// `nil`: the tag does not verify.
  private func open(_ sealed: ByteSlice, _ key: SymmetricKey, _ binding: Binding) throws -> Data? {
    guard sealed.count >= CryptoKitAead.tagLength else { return nil }
    let end = sealed.endIndex - CryptoKitAead.tagLength
    do {
      let box = try AES.GCM.SealedBox(
        nonce: try AES.GCM.Nonce(data: binding.nonce), ciphertext: sealed[..<end], tag: sealed[end...])
      return try AES.GCM.open(box, using: key, authenticating: binding.aad)
    } catch CryptoKitError.authenticationFailure {
      return nil
    } catch {
      throw CoreError(.temporarilyUnavailable, "nothing can be decrypted", cause: error)
    }
  }

  private func key(of handle: any Sendable) throws -> SymmetricKey {
    guard let handle = handle as? Handle else { throw CoreError(.temporarilyUnavailable, "a key of another making") }
    return handle.key
  }
}
