import CommonCrypto
import Foundation

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// PBKDF2-HMAC-SHA-256, which CryptoKit has not.
struct CommonCryptoKdf: Kdf {
  func derive(_ passcode: SecretBytes, salt: Bytes, iterations: Int) throws -> SecretBytes {
    try SecretBytes(count: 32) { key in
      let status = passcode.withUnsafeBytes { passcode in
        CCKeyDerivationPBKDF(
          CCPBKDFAlgorithm(kCCPBKDF2), passcode.bindMemory(to: CChar.self).baseAddress, passcode.count, salt,
          salt.count, CCPseudoRandomAlgorithm(kCCPRFHmacAlgSHA256), UInt32(iterations),
          key.bindMemory(to: UInt8.self).baseAddress, key.count)
      }
      guard status == Int32(kCCSuccess) else {
        throw CoreError(.temporarilyUnavailable, "no key can be derived: status \(status)")
      }
    }
  }
}
