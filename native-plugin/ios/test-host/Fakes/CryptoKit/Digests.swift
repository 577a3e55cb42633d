import Foundation
import OpenSSLCryptography
import VaultCore

public protocol HashFunction {
  associatedtype Digest: CryptoKit.Digest
  static func hash<Input: DataProtocol>(data: Input) -> Digest
}

public protocol Digest: Sequence, ContiguousBytes, Sendable, Hashable where Element == UInt8 {
  static var byteCount: Int { get }
}

public struct SHA256Digest: Digest {
  let bytes: Bytes
  public static var byteCount: Int { 32 }
  public func makeIterator() -> Bytes.Iterator { bytes.makeIterator() }
  public func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    try bytes.withUnsafeBytes(body)
  }
}

/// The only hash that the vault uses.
public struct SHA256: HashFunction {
  private var data = Bytes()

  public init() {}

  public static func hash<Input: DataProtocol>(data: Input) -> SHA256Digest {
    SHA256Digest(bytes: sha256(Bytes(data)))
  }

  public mutating func update<Input: DataProtocol>(data: Input) {
    self.data += data
  }

  public mutating func update(bufferPointer: UnsafeRawBufferPointer) {
    data += bufferPointer
  }

  public func finalize() -> SHA256Digest {
    SHA256Digest(bytes: sha256(data))
  }
}
