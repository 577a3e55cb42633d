import Foundation
import OpenSSLCryptography
import VaultCore

/// With SHA-256 alone.
public struct HKDF<H: HashFunction> {
  public static func deriveKey<Salt: DataProtocol, Info: DataProtocol>(
    inputKeyMaterial: SymmetricKey, salt: Salt, info: Info, outputByteCount: Int
  ) -> SymmetricKey {
    precondition(H.self == SHA256.self)
    let input = HkdfInput(secret: inputKeyMaterial.bytes, salt: Bytes(salt), info: Bytes(info))
    return SymmetricKey(hkdfSHA256(input, count: outputByteCount))
  }
}

/// With SHA-256 alone.
public struct HMAC<H: HashFunction> {
  public struct MAC: Sequence, ContiguousBytes, Sendable {
    let bytes: Bytes
    public var byteCount: Int { bytes.count }
    public func makeIterator() -> Bytes.Iterator { bytes.makeIterator() }
    public func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
      try bytes.withUnsafeBytes(body)
    }
  }
  public typealias Key = SymmetricKey

  public static func authenticationCode<Message: DataProtocol>(for data: Message, using key: SymmetricKey) -> MAC {
    precondition(H.self == SHA256.self)
    return Bytes(data).withUnsafeBytes { MAC(bytes: hmacSHA256(key: key.bytes, $0).copy) }
  }

  public static func isValidAuthenticationCode<Message: DataProtocol>(
    _ mac: some ContiguousBytes, authenticating data: Message, using key: SymmetricKey
  ) -> Bool {
    mac.withUnsafeBytes { Bytes($0) } == authenticationCode(for: data, using: key).bytes
  }
}
