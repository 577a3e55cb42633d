import Foundation
import Security

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// The access group that is the app's alone. One that is shared with other apps would be the default where the app has
/// one, and deleting by prefix would then delete a sibling's keys. FORMAT.md §18.1.
final class AccessGroup: Sendable {
  private let bundleId: String
  private let service: String
  private let known = Guarded<String?>(nil)

  init(bundleId: String, service: String) {
    self.bundleId = bundleId
    self.service = service
  }

  /// - Throws: `temporarilyUnavailable`
  func name() throws -> String {
    if let name = known.with({ $0 }) { return name }
    let name = try ownGroup(given: try defaultGroup())
    known.with { $0 = name }
    return name
  }

  /// The system names the groups of the app, and the prefix of its team, only at an item that is there.
  private func defaultGroup() throws -> String {
    if let group = try groupOfProbe() { return group }
    var probe = identity
    probe[kSecValueData as String] = Data([1])
    probe[kSecAttrAccessible as String] = kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly
    let status = SecItemAdd(probe as CFDictionary, nil)
    guard status == errSecSuccess || status == errSecDuplicateItem, let group = try groupOfProbe() else {
      throw KeychainStatus.failure(status, "the access group")
    }
    return group
  }

  private func groupOfProbe() throws -> String? {
    var query = identity
    query[kSecReturnAttributes as String] = true
    query[kSecMatchLimit as String] = kSecMatchLimitOne
    query[kSecUseAuthenticationUI as String] = kSecUseAuthenticationUIFail
    var found: CFTypeRef?
    let status = SecItemCopyMatching(query as CFDictionary, &found)
    if status == errSecItemNotFound { return nil }
    guard status == errSecSuccess, let attributes = found as? [String: Any] else {
      throw KeychainStatus.failure(status, "the access group")
    }
    return attributes[kSecAttrAccessGroup as String] as? String ?? bundleId
  }

  private func ownGroup(given: String) throws -> String {
    if given == bundleId || given.hasSuffix(".\(bundleId)") { return given }
    guard let prefix = given.split(separator: ".").first, given.contains(".") else {
      throw CoreError(.temporarilyUnavailable, "the app's own access group is not known")
    }
    return "\(prefix).\(bundleId)"
  }

  private var identity: [String: Any] {
    [
      kSecClass as String: kSecClassGenericPassword, kSecAttrService as String: service,
      kSecAttrAccount as String: "idv1.group",
    ]
  }
}
