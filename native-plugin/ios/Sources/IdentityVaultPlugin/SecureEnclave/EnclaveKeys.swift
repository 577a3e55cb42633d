import Foundation
import Security

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// P-256 keys of the Secure Enclave, by name: the tag is its UTF-8. FORMAT.md §18.1.
struct EnclaveKeys: Sendable {
  let keychain: Keychain

  /// - Throws: `policyNotMet`: there is no Secure Enclave, or not what `access` asks for
  func create(_ name: String, _ access: SecAccessControl) throws -> SecKey {
    let attributes: [String: Any] = [
      kSecAttrKeyType as String: kSecAttrKeyTypeECSECPrimeRandom,
      kSecAttrKeySizeInBits as String: 256,
      kSecAttrTokenID as String: kSecAttrTokenIDSecureEnclave,
      kSecPrivateKeyAttrs as String: [
        kSecAttrIsPermanent as String: true,
        kSecAttrApplicationTag as String: Data(name.utf8),
        kSecAttrAccessControl as String: access,
        kSecAttrAccessGroup as String: try keychain.group.name(),
      ] as [String: Any],
    ]
    var error: Unmanaged<CFError>?
    guard let key = SecKeyCreateRandomKey(attributes as CFDictionary, &error) else {
      throw PromptFailure.coreError(error, "making a key")
    }
    return key
  }

  static func access(_ protection: CFString, _ flags: SecAccessControlCreateFlags) throws -> SecAccessControl {
    var error: Unmanaged<CFError>?
    guard let access = SecAccessControlCreateWithFlags(kCFAllocatorDefault, protection, flags, &error) else {
      throw PromptFailure.coreError(error, "making an access control")
    }
    return access
  }

  /// - Returns: `nil` only when it is definitely not there
  func find(_ name: String) throws -> SecKey? {
    var query = try identity(name)
    query[kSecReturnRef as String] = true
    query[kSecMatchLimit as String] = kSecMatchLimitOne
    return try keychain.match(query).map(key)
  }

  /// The same, which asks in this context when it is used.
  /// - Parameter context: an `LAContext`
  func find(_ name: String, in context: AnyObject) throws -> SecKey? {
    guard try find(name) != nil else { return nil }
    var query = try identity(name)
    query[kSecReturnRef as String] = true
    query[kSecMatchLimit as String] = kSecMatchLimitOne
    // How keys may ask is said by the context: "fail" here would be kept with the key.
    query[kSecUseAuthenticationContext as String] = context
    var found: CFTypeRef?
    let status = SecItemCopyMatching(query as CFDictionary, &found)
    guard status == errSecSuccess, let found else { throw KeychainStatus.failure(status, "looking for a key") }
    return key(found)
  }

  /// Succeeds when there is none.
  func destroy(_ name: String) throws {
    try keychain.delete(try identity(name))
  }

  /// Of every key of the app's vaults. The Keychain can't look for prefixes.
  func names() throws -> [String] {
    var query = try identity(nil)
    query[kSecReturnAttributes as String] = true
    query[kSecMatchLimit as String] = kSecMatchLimitAll
    let found = try keychain.match(query) as? [[String: Any]] ?? []
    let tags = found.compactMap { $0[kSecAttrApplicationTag as String] as? Data }
    return tags.map { String(decoding: $0, as: UTF8.self) }.filter { $0.hasPrefix("idv1.") }
  }

  private func identity(_ name: String?) throws -> [String: Any] {
    var query: [String: Any] = [
      kSecClass as String: kSecClassKey,
      kSecAttrKeyType as String: kSecAttrKeyTypeECSECPrimeRandom,
      kSecAttrAccessGroup as String: try keychain.group.name(),
    ]
    if let name { query[kSecAttrApplicationTag as String] = Data(name.utf8) }
    return query
  }

  private func key(_ found: CFTypeRef) -> SecKey {
    // A reference of a query for keys is a key, and a conditional cast to it is none.
    // swift-format-ignore: NeverForceUnwrap
    found as! SecKey
  }
}
