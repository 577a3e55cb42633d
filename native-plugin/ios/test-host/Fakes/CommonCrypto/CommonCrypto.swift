import Foundation
import OpenSSLCryptography
import VaultCore

public typealias CCPBKDFAlgorithm = UInt32
public typealias CCPseudoRandomAlgorithm = UInt32
public let kCCPBKDF2: Int = 2
public let kCCPRFHmacAlgSHA256: Int = 3
public let kCCSuccess: Int = 0
public let kCCParamError: Int = -4300

/// PBKDF2-HMAC-SHA-256 alone.
public func CCKeyDerivationPBKDF(
  _ algorithm: CCPBKDFAlgorithm, _ password: UnsafePointer<CChar>?, _ passwordLength: Int,
  _ salt: UnsafePointer<UInt8>?,
  _ saltLength: Int, _ prf: CCPseudoRandomAlgorithm, _ rounds: UInt32, _ derivedKey: UnsafeMutablePointer<UInt8>?,
  _ derivedKeyLength: Int
) -> Int32 {
  guard algorithm == kCCPBKDF2, prf == kCCPRFHmacAlgSHA256, let password, let salt, let derivedKey, rounds > 0 else {
    return Int32(kCCParamError)
  }
  let secret = SecretBytes(copying: UnsafeRawBufferPointer(start: password, count: passwordLength).map { $0 })
  let bytes = Bytes(UnsafeBufferPointer(start: salt, count: saltLength))
  pbkdf2SHA256(secret, salt: bytes, iterations: Int(rounds), count: derivedKeyLength).withUnsafeBytes { key in
    UnsafeMutableRawBufferPointer(start: derivedKey, count: derivedKeyLength).copyMemory(from: key)
  }
  return Int32(kCCSuccess)
}
