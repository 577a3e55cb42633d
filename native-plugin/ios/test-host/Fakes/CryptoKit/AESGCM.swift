import Foundation
import OpenSSLCryptography
import VaultCore

public enum CryptoKitError: Error, Equatable, Sendable {
  case incorrectKeySize
  case incorrectParameterSize
  case authenticationFailure
  case underlyingCoreCryptoError(error: Int32)
}

public enum AES {
  public enum GCM {
    public struct Nonce: Sequence, ContiguousBytes, Sendable {
      let bytes: Bytes

      public init() { bytes = OpenSSLRandom().bytes(12) }

      public init<Source: DataProtocol>(data: Source) throws {
        guard data.count >= 12 else { throw CryptoKitError.incorrectParameterSize }
        bytes = Bytes(data)
      }

      public func makeIterator() -> Bytes.Iterator { bytes.makeIterator() }
      public func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try bytes.withUnsafeBytes(body)
      }
    }

    public struct SealedBox: Sendable {
      public let nonce: Nonce
      public let ciphertext: Data
      public let tag: Data

      public init<Ciphertext: DataProtocol, Tag: DataProtocol>(
        nonce: Nonce, ciphertext: Ciphertext, tag: Tag
      ) throws {
        guard tag.count == 16 else { throw CryptoKitError.incorrectParameterSize }
        self.nonce = nonce
        self.ciphertext = Data(ciphertext)
        self.tag = Data(tag)
      }

      public init<Combined: DataProtocol>(combined: Combined) throws {
        let bytes = Bytes(combined)
        guard bytes.count >= 28 else { throw CryptoKitError.incorrectParameterSize }
        nonce = try Nonce(data: bytes.prefix(12))
        ciphertext = Data(bytes.dropFirst(12).dropLast(16))
        tag = Data(bytes.suffix(16))
      }

      public var combined: Data? { nonce.bytes.count == 12 ? Data(nonce.bytes) + ciphertext + tag : nil }
    }

    public static func seal<Plaintext: DataProtocol, AuthenticatedData: DataProtocol>(
      _ message: Plaintext, using key: SymmetricKey, nonce: Nonce? = nil, authenticating: AuthenticatedData
    ) throws -> SealedBox {
      try check(key)
      let nonce = nonce ?? Nonce()
      let sealed = Bytes(message).withUnsafeBytes {
        gcmSeal($0, key: key.bytes, nonce: nonce.bytes, aad: Bytes(authenticating))
      }
      return try SealedBox(nonce: nonce, ciphertext: sealed.dropLast(16), tag: sealed.suffix(16))
    }

    public static func seal<Plaintext: DataProtocol>(
      _ message: Plaintext, using key: SymmetricKey, nonce: Nonce? = nil
    ) throws -> SealedBox {
      try seal(message, using: key, nonce: nonce, authenticating: Data())
    }

    public static func open<AuthenticatedData: DataProtocol>(
      _ box: SealedBox, using key: SymmetricKey, authenticating: AuthenticatedData
    ) throws -> Data {
      try check(key)
      let sealed = Bytes(box.ciphertext + box.tag)
      guard let plaintext = gcmOpen(sealed, key: key.bytes, nonce: box.nonce.bytes, aad: Bytes(authenticating)) else {
        throw CryptoKitError.authenticationFailure
      }
      return Data(plaintext.copy)
    }

    public static func open(_ box: SealedBox, using key: SymmetricKey) throws -> Data {
      try open(box, using: key, authenticating: Data())
    }

    private static func check(_ key: SymmetricKey) throws {
      guard [128, 256].contains(key.bitCount) else { throw CryptoKitError.incorrectKeySize }
    }
  }
}
