import Foundation
import Security

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// The system's generator.
struct SystemRandom: Random {
  func bytes(_ count: Int) -> Bytes {
    var bytes = Bytes(repeating: 0, count: count)
    bytes.withUnsafeMutableBytes { fill($0) }
    return bytes
  }

  func secret(_ count: Int) -> SecretBytes {
    SecretBytes(count: count) { fill($0) }
  }

  private func fill(_ memory: UnsafeMutableRawBufferPointer) {
    guard let start = memory.baseAddress, !memory.isEmpty else { return }
    // A key of what is no chance would be worse than no app.
    guard SecRandomCopyBytes(kSecRandomDefault, memory.count, start) == errSecSuccess else {
      preconditionFailure("the system has no random bytes")
    }
  }
}
