/// Cryptographic randomness.
public protocol Random: Sendable {
  func bytes(_ count: Int) -> Bytes
  /// The same, for a key.
  func secret(_ count: Int) -> SecretBytes
}

/// A handle on the key that wraps a slot's data key. Only the `Aead` that made it can use it.
public protocol Kek: Sendable {}

/// A handle on the data key. Has no readable bytes.
public protocol Dek: Sendable {}

public struct Binding: Sendable {
  public let nonce: Bytes
  public let aad: Bytes

  public init(nonce: Bytes, aad: Bytes) {
    self.nonce = nonce
    self.aad = aad
  }
}

public struct HkdfInput: Sendable {
  public let secret: SecretBytes
  public let salt: Bytes
  public let info: Bytes

  public init(secret: SecretBytes, salt: Bytes, info: Bytes) {
    self.secret = secret
    self.salt = salt
    self.info = info
  }
}

/// Suite 1: AES-256-GCM, HKDF-SHA-256, SHA-256. FORMAT.md §6.3.
public protocol Aead: Sendable {
  func digest(_ data: Bytes) throws -> Bytes
  func deriveKek(_ input: HkdfInput) throws -> any Kek
  func importDek(_ bytes: SecretBytes) throws -> any Dek
  /// - Parameter dek: the raw data key: only its creator has it, and only while it makes the slots
  func wrap(_ dek: SecretBytes, under kek: any Kek, _ binding: Binding) throws -> Bytes
  /// `nil`: the tag does not verify.
  func unwrap(_ wrapped: Bytes, under kek: any Kek, _ binding: Binding) throws -> (any Dek)?
  /// The raw data key, to wrap it for another slot. `nil` where keys can't be read: there a re-key that would need it is
  /// refused.
  func dekBytes(_ dek: any Dek) throws -> SecretBytes?
  /// - Parameter salt: of the payload key: the vault id
  func seal(_ plaintext: Bytes, under dek: any Dek, salt: Bytes, _ binding: Binding) throws -> Bytes
  /// `nil`: the tag does not verify.
  func open(_ ciphertext: ByteSlice, under dek: any Dek, salt: Bytes, _ binding: Binding) throws -> Bytes?
}

/// PBKDF2-HMAC-SHA-256, 32 bytes. Injected, so that tests can count and speed up what nothing public reaches.
public protocol Kdf: Sendable {
  func derive(_ passcode: SecretBytes, salt: Bytes, iterations: Int) throws -> SecretBytes
}
