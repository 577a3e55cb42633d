import CryptoKit
import Foundation
import Security

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// F of FORMAT.md §6.2: prf 2 by a key of the Secure Enclave, where points can be decompressed; else prf 3, which is weaker
/// and reported as such. What was made with prf 3 is opened with it after an update of the system, too.
struct EnclaveDeviceFunction: DeviceFunction {
  let keys: EnclaveKeys
  let hmac: KeychainMac
  let hasEnclave: Bool

  var prf: Prf {
    if #available(iOS 16.0, *), hasEnclave { return .ecdh }
    return .keychainHmac
  }

  func create(_ name: String) throws {
    guard prf == .ecdh else { return try hmac.create(name) }
    try hmac.installation.ensure()
    let access = try EnclaveKeys.access(kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly, .privateKeyUsage)
    _ = try keys.create(name, access)
  }

  func exists(_ name: String) throws -> Bool {
    try hmac.installation.ensure()
    return try keys.find(name) != nil ? true : hmac.exists(name)
  }

  func destroy(_ name: String) throws {
    try hmac.installation.ensure()
    try keys.destroy(name)
    try hmac.destroy(name)
  }

  func evaluate(_ name: String, _ input: SecretBytes, as prf: Prf) throws -> SecretBytes {
    try hmac.installation.ensure()
    switch prf {
    case .ecdh: return try exchange(name, input)
    case .keychainHmac:
      if try !hmac.exists(name), try keys.find(name) != nil { throw cannot("a key of another kind") }
      return try hmac.evaluate(name, input)
    case .hmac: throw cannot("a device function of another platform")
    }
  }

  private func exchange(_ name: String, _ input: SecretBytes) throws -> SecretBytes {
    guard let key = try keys.find(name) else {
      if try hmac.exists(name) { throw cannot("a key of another kind") }
      throw CoreError(.keyMissing, "a key of this device is not there")
    }
    guard #available(iOS 16.0, *), let point = input.withUnsafeBytes(HashToCurve.point) else {
      throw cannot("no point")
    }
    let attributes: [String: Any] = [
      kSecAttrKeyType as String: kSecAttrKeyTypeECSECPrimeRandom,
      kSecAttrKeyClass as String: kSecAttrKeyClassPublic,
    ]
    var error: Unmanaged<CFError>?
    guard let publicKey = SecKeyCreateWithData(point as CFData, attributes as CFDictionary, &error) else {
      throw cannot("no point")
    }
    let result = SecKeyCopyKeyExchangeResult(
      key, .ecdhKeyExchangeCofactor, publicKey, [String: Any]() as CFDictionary, &error)
    guard let result else { throw PromptFailure.coreError(error, "using a key") }
    return SecretBytes(taking: result)
  }

  private func cannot(_ detail: String) -> CoreError { CoreError(.deviceFunctionFailed, detail) }
}
