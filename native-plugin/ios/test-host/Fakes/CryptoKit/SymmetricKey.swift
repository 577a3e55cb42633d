import Foundation
import OpenSSLCryptography
import VaultCore

public struct SymmetricKeySize: Sendable {
  public let bitCount: Int
  public init(bitCount: Int) { self.bitCount = bitCount }
  public static let bits128 = Self(bitCount: 128)
  public static let bits256 = Self(bitCount: 256)
}

/// Zeroed when the last copy goes, as Apple's is.
public struct SymmetricKey: ContiguousBytes, Sendable, Equatable {
  let bytes: SecretBytes

  public init<Source: ContiguousBytes>(data: Source) {
    bytes = data.withUnsafeBytes { SecretBytes(copying: $0) }
  }

  public init(size: SymmetricKeySize) {
    bytes = OpenSSLRandom().secret(size.bitCount / 8)
  }

  init(_ bytes: SecretBytes) { self.bytes = bytes }

  public var bitCount: Int { bytes.count * 8 }

  public func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    try bytes.withUnsafeBytes(body)
  }

  public static func == (one: Self, other: Self) -> Bool { one.bytes.copy == other.bytes.copy }
}
