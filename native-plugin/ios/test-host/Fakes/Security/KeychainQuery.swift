import FakeDevice

/// A dictionary for a Keychain function, read as strictly as a test needs: what the system would ignore is refused.
struct KeychainQuery {
  enum Purpose { case add, match, update, delete }

  let itemClass: KeychainItem.Class
  /// Why the system refuses it: a group that is not the app's.
  var refusal: OSStatus? {
    guard let group = identity[kSecAttrAccessGroup] else { return nil }
    return FakeDevice.current.state.accessGroups.contains(group) ? nil : errSecMissingEntitlement
  }

  /// What an item must have, as text.
  let identity: [String: String]
  let all: [String: Any]

  init?(_ query: CFDictionary, for purpose: Purpose) {
    guard let name = query[kSecClass] as? String, let itemClass = Self.classes[name] else { return nil }
    let known = Set(Self.known[purpose] ?? []).union(Self.attributes(of: itemClass)).union([kSecClass])
    guard known.isSuperset(of: query.keys) else { return nil }
    guard let identity = Self.identity(in: query, of: itemClass) else { return nil }
    // What syncs leaves the device.
    if let syncs = query[kSecAttrSynchronizable] as? Bool, syncs { return nil }
    self.itemClass = itemClass
    self.identity = identity
    all = query
  }

  var context: (any PromptContext)? { all[kSecUseAuthenticationContext] as? any PromptContext }

  func flag(_ name: String) -> Bool { all[name] as? Bool ?? false }

  func matches(_ item: KeychainItem) -> Bool {
    item.itemClass == itemClass && identity.allSatisfy { item.identity[$0.key] == $0.value }
  }

  static func identity(in query: [String: Any], of itemClass: KeychainItem.Class) -> [String: String]? {
    var identity: [String: String] = [:]
    for name in attributes(of: itemClass) {
      guard let value = query[name] else { continue }
      if name == kSecAttrApplicationTag {
        guard let tag = value as? Data else { return nil }
        identity[name] = tag.base64EncodedString()
      } else {
        guard let text = value as? String else { return nil }
        identity[name] = text
      }
    }
    return identity
  }

  static let classes: [String: KeychainItem.Class] = [kSecClassGenericPassword: .genericPassword, kSecClassKey: .key]

  static func attributes(of itemClass: KeychainItem.Class) -> Set<String> {
    switch itemClass {
    case .genericPassword: [kSecAttrService, kSecAttrAccount, kSecAttrAccessGroup]
    case .key: [kSecAttrApplicationTag, kSecAttrKeyType, kSecAttrKeyClass, kSecAttrAccessGroup, kSecAttrTokenID]
    }
  }

  private static let known: [Purpose: [String]] = [
    .add: [kSecValueData, kSecAttrAccessible, kSecAttrAccessControl, kSecUseDataProtectionKeychain],
    .match: [
      kSecReturnData, kSecReturnAttributes, kSecReturnRef, kSecMatchLimit, kSecUseAuthenticationContext,
      kSecUseAuthenticationUI, kSecUseDataProtectionKeychain,
    ],
    .update: [kSecUseDataProtectionKeychain, kSecUseAuthenticationContext],
    .delete: [kSecUseDataProtectionKeychain],
  ]
}
