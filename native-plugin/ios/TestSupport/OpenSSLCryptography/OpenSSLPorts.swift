import COpenSSL
import VaultCore

/// Suite 1 where there is no CryptoKit. For tests only.
public struct OpenSSLAead: Aead {
  public init() {}

  public func digest(_ data: Bytes) throws -> Bytes {
    sha256(data)
  }

  public func deriveKek(_ input: HkdfInput) throws -> any Kek {
    Handle(bytes: hkdfSHA256(input))
  }

  public func importDek(_ bytes: SecretBytes) throws -> any Dek {
    Handle(bytes: bytes)
  }

  public func wrap(_ dek: SecretBytes, under kek: any Kek, _ binding: Binding) throws -> Bytes {
    dek.withUnsafeBytes { gcmSeal($0, key: bytes(of: kek), nonce: binding.nonce, aad: binding.aad) }
  }

  public func unwrap(_ wrapped: Bytes, under kek: any Kek, _ binding: Binding) throws -> (any Dek)? {
    gcmOpen(wrapped, key: bytes(of: kek), nonce: binding.nonce, aad: binding.aad).map { Handle(bytes: $0) }
  }

  public func dekBytes(_ dek: any Dek) throws -> SecretBytes? {
    bytes(of: dek)
  }

  public func seal(_ plaintext: Bytes, under dek: any Dek, salt: Bytes, _ binding: Binding) throws -> Bytes {
    let key = payloadKey(of: dek, salt: salt)
    return plaintext.withUnsafeBytes { gcmSeal($0, key: key, nonce: binding.nonce, aad: binding.aad) }
  }

  public func open(_ ciphertext: ByteSlice, under dek: any Dek, salt: Bytes, _ binding: Binding) throws -> Bytes? {
    gcmOpenPayload(ciphertext, key: payloadKey(of: dek, salt: salt), nonce: binding.nonce, aad: binding.aad)
  }

  private func payloadKey(of dek: any Dek, salt: Bytes) -> SecretBytes {
    hkdfSHA256(HkdfInput(secret: bytes(of: dek), salt: salt, info: Bytes("idv1/payload".utf8)))
  }

  private func bytes(of handle: any Sendable) -> SecretBytes {
    guard let handle = handle as? Handle else { preconditionFailure("a key of another implementation") }
    return handle.bytes
  }

  private struct Handle: Kek, Dek {
    let bytes: SecretBytes
  }
}

public struct OpenSSLKdf: Kdf {
  public init() {}

  public func derive(_ passcode: SecretBytes, salt: Bytes, iterations: Int) throws -> SecretBytes {
    pbkdf2SHA256(passcode, salt: salt, iterations: iterations)
  }
}

public struct OpenSSLRandom: Random {
  public init() {}

  public func bytes(_ count: Int) -> Bytes {
    secret(count).copy
  }

  public func secret(_ count: Int) -> SecretBytes {
    SecretBytes(count: count) { buffer in
      succeed(RAND_bytes(buffer.bindMemory(to: UInt8.self).baseAddress, Int32(count)))
    }
  }
}
