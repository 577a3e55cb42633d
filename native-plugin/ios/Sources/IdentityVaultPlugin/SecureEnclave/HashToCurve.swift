import CryptoKit
import Foundation

/// The point of FORMAT.md §6.2 for prf 2: nobody knows its discrete logarithm.
@available(iOS 16.0, *)
enum HashToCurve {
  /// - Parameter input: 32 bytes
  /// - Returns: an uncompressed point; `nil`: no `i` serves
  static func point(_ input: UnsafeRawBufferPointer) -> Data? {
    for index in UInt8.min...UInt8.max {
      var hash = SHA256()
      hash.update(data: Data("idv1/h2c".utf8))
      hash.update(bufferPointer: input)
      hash.update(data: [index])
      let compressed = Data([2]) + Data(hash.finalize())
      if let point = try? P256.KeyAgreement.PublicKey(compressedRepresentation: compressed) {
        return point.x963Representation
      }
    }
    return nil
  }
}
