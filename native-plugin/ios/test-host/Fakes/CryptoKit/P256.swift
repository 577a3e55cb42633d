import FakeDevice
import Foundation
import OpenSSLCryptography
import VaultCore

public enum P256 {
  public enum KeyAgreement {
    public struct PublicKey: Sendable {
      public let x963Representation: Data

      public init<Source: ContiguousBytes>(x963Representation: Source) throws {
        let point = x963Representation.withUnsafeBytes { Bytes($0) }
        guard point.count == 65, point.first == 4, isOnCurve(point) else {
          throw CryptoKitError.incorrectParameterSize
        }
        self.x963Representation = Data(point)
      }

      /// Of iOS 16: the y-coordinate is computed. Throws where there is no such point.
      public init<Source: ContiguousBytes>(compressedRepresentation: Source) throws {
        let compressed = compressedRepresentation.withUnsafeBytes { Bytes($0) }
        guard compressed.count == 33, let point = OpenSSLCryptography.P256.decompress(compressed) else {
          throw CryptoKitError.incorrectParameterSize
        }
        x963Representation = Data(point)
      }

      public var rawRepresentation: Data { Data(x963Representation.dropFirst()) }
    }
  }
}

private func isOnCurve(_ point: Bytes) -> Bool {
  let one = SecretBytes(copying: Bytes(repeating: 0, count: 31) + [1])
  return OpenSSLCryptography.P256.multiply(one, point: point) != nil
}

public enum SecureEnclave {
  public static var isAvailable: Bool { FakeDevice.current.state.hasSecureEnclave }
}
