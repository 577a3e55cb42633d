import Foundation
import Security

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// Generic passwords of the vault's own service, by account. They need no device passcode, and can be used from the first
/// unlock on. FORMAT.md §18.1.
struct Keychain: Sendable {
  let service: String
  let group: AccessGroup
  let protectedData: ProtectedData

  /// - Parameter bundleId: of the containing app, also in an extension
  init(bundleId: String, protectedData: ProtectedData) {
    service = "idv1.\(bundleId)"
    group = AccessGroup(bundleId: bundleId, service: service)
    self.protectedData = protectedData
  }

  /// - Returns: `nil` only when it is definitely not there
  /// - Throws: `temporarilyUnavailable`
  func read(_ account: String) throws -> Data? {
    var query = try identity(account)
    query[kSecReturnData as String] = true
    query[kSecMatchLimit as String] = kSecMatchLimitOne
    guard let found = try match(query) else { return nil }
    guard let data = found as? Data else { throw CoreError(.temporarilyUnavailable, "an item without data") }
    return data
  }

  /// - Returns: `false`: there is one already
  func add(_ account: String, _ data: Data) throws -> Bool {
    var item = try identity(account)
    item[kSecValueData as String] = data
    item[kSecAttrAccessible as String] = kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly
    let status = SecItemAdd(item as CFDictionary, nil)
    if status == errSecDuplicateItem { return false }
    guard status == errSecSuccess else { throw KeychainStatus.failure(status, "adding an item") }
    return true
  }

  func update(_ account: String, _ data: Data) throws {
    let changes: [String: Any] = [kSecValueData as String: data]
    let status = SecItemUpdate(try identity(account) as CFDictionary, changes as CFDictionary)
    guard status == errSecSuccess else { throw KeychainStatus.failure(status, "updating an item") }
  }

  /// Succeeds when there is none.
  func delete(_ account: String) throws {
    try delete(try identity(account))
  }

  /// Of every item of the service.
  func accounts() throws -> [String] {
    var query = try identity(nil)
    query[kSecReturnAttributes as String] = true
    query[kSecMatchLimit as String] = kSecMatchLimitAll
    let found = try match(query) as? [[String: Any]] ?? []
    return found.compactMap { $0[kSecAttrAccount as String] as? String }
  }

  /// - Parameter query: has a class
  /// - Returns: `nil` only when it is definitely not there
  func match(_ query: [String: Any]) throws -> CFTypeRef? {
    var query = query
    // Never "skip", which leaves out what needs a person without a word.
    query[kSecUseAuthenticationUI as String] = kSecUseAuthenticationUIFail
    let wasAvailable = protectedData.isAvailable
    var found: CFTypeRef?
    let status = SecItemCopyMatching(query as CFDictionary, &found)
    if status == errSecItemNotFound {
      try assertDefinite(wasAvailable)
      return nil
    }
    guard status == errSecSuccess else { throw KeychainStatus.failure(status, "looking for an item") }
    return found
  }

  func delete(_ query: [String: Any]) throws {
    let wasAvailable = protectedData.isAvailable
    let status = SecItemDelete(query as CFDictionary)
    if status == errSecItemNotFound { return try assertDefinite(wasAvailable) }
    guard status == errSecSuccess else { throw KeychainStatus.failure(status, "deleting an item") }
  }

  private func assertDefinite(_ wasAvailable: Bool) throws {
    if wasAvailable, protectedData.isAvailable { return }
    throw CoreError(.temporarilyUnavailable, "nothing found, while the device is locked")
  }

  private func identity(_ account: String?) throws -> [String: Any] {
    var query: [String: Any] = [
      kSecClass as String: kSecClassGenericPassword, kSecAttrService as String: service,
      kSecAttrAccessGroup as String: try group.name(),
    ]
    if let account { query[kSecAttrAccount as String] = account }
    return query
  }
}
