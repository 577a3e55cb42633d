import Foundation
import Security

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// Secrets that a function of the system gave out: each call makes an object of its own, whose bytes are on the heap.
///
/// `Data.resetBytes` would not do. What such an object holds is not the `Data`'s own, so it would copy the bytes and zero
/// the copy. What the system copied itself, on the way from the Secure Enclave or from the process of the Keychain, can't
/// be reached.
extension SecretBytes {
  convenience init(taking data: CFData) {
    defer { SecretBytes.zero(data) }
    self.init(copying: data as Data)
  }

  /// - Parameter data: shared with nobody who still needs it
  static func zero(_ data: CFData) {
    guard let bytes = CFDataGetBytePtr(data) else { return }
    withExtendedLifetime(data) {
      UnsafeMutableRawBufferPointer(start: UnsafeMutableRawPointer(mutating: bytes), count: CFDataGetLength(data))
        .overwriteWithZeros()
    }
  }
}
