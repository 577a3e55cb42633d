import FakeDevice

private var device: FakeDevice { .current }

public func SecItemAdd(_ attributes: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus {
  if let failure = device.failure(of: "SecItemAdd") { return failure }
  guard let query = KeychainQuery(attributes, for: .add), query.itemClass == .genericPassword, result == nil,
    let data = attributes[kSecValueData] as? Data, attributes[kSecAttrAccessControl] == nil,
    let protection = attributes[kSecAttrAccessible] as? String, ProtectionClass.all.contains(protection),
    query.identity[kSecAttrService] != nil, query.identity[kSecAttrAccount] != nil
  else { return errSecParam }
  if let refusal = query.refusal { return refusal }
  guard device.isAvailable(protection) else { return errSecInteractionNotAllowed }
  if protection == ProtectionClass.whenPasscodeSetThisDeviceOnly, !device.state.isPasscodeSet {
    return errSecAuthFailed
  }
  return device.change { state in
    let identity = query.identity.merging([kSecAttrAccessGroup: state.accessGroups[0]]) { given, _ in given }
    if state.items.contains(where: { $0.itemClass == .genericPassword && $0.identity == identity }) {
      return errSecDuplicateItem
    }
    let access = KeychainItem.AccessControl(
      protection: protection, flags: 0, enrolment: state.enrolment, passcodeEpoch: state.passcodeEpoch)
    state.items.append(
      KeychainItem(itemClass: .genericPassword, identity: identity, access: access, secret: data))
    return errSecSuccess
  }
}

public func SecItemUpdate(_ query: CFDictionary, _ changes: CFDictionary) -> OSStatus {
  if let failure = device.failure(of: "SecItemUpdate") { return failure }
  guard let query = KeychainQuery(query, for: .update), query.itemClass == .genericPassword,
    Set(changes.keys).isSubset(of: [kSecValueData, kSecAttrAccessible]), let data = changes[kSecValueData] as? Data
  else { return errSecParam }
  if let refusal = query.refusal { return refusal }
  let found = device.state.items.filter(query.matches)
  if found.isEmpty { return errSecItemNotFound }
  guard found.allSatisfy({ device.isAvailable($0.access.protection) }) else { return errSecInteractionNotAllowed }
  return device.change { state in
    for index in state.items.indices where query.matches(state.items[index]) { state.items[index].secret = data }
    return errSecSuccess
  }
}

/// Deleting needs nothing but the query, also while the device is locked.
public func SecItemDelete(_ query: CFDictionary) -> OSStatus {
  if let failure = device.failure(of: "SecItemDelete") { return failure }
  guard let query = KeychainQuery(query, for: .delete) else { return errSecParam }
  if let refusal = query.refusal { return refusal }
  return device.change { state in
    let before = state.items.count
    state.items.removeAll(where: query.matches)
    return state.items.count < before ? errSecSuccess : errSecItemNotFound
  }
}

public func SecItemCopyMatching(_ query: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus {
  if let failure = device.failure(of: "SecItemCopyMatching") { return failure }
  guard let query = KeychainQuery(query, for: .match), isLimited(query) else { return errSecParam }
  if let refusal = query.refusal { return refusal }
  let found = device.state.items.filter(query.matches).filter { !isOfFormerEnrolment($0) }
  if found.isEmpty { return errSecItemNotFound }
  // Attributes alone need no class key.
  let needsSecret = query.flag(kSecReturnData) || query.flag(kSecReturnRef)
  if needsSecret, !found.allSatisfy({ device.isAvailable($0.access.protection) }) { return errSecInteractionNotAllowed }
  let given = found.map { answer($0, to: query) }
  if query.all[kSecMatchLimit] as? String == kSecMatchLimitAll {
    result?.pointee = given.compactMap { $0 }
  } else {
    result?.pointee = given[0]
  }
  return errSecSuccess
}

private func isOfFormerEnrolment(_ item: KeychainItem) -> Bool {
  let state = device.state
  let flags = SecAccessControlCreateFlags(rawValue: item.access.flags)
  return state.hidesKeysOfFormerEnrolment && flags.contains(.biometryCurrentSet)
    && item.access.enrolment != state.enrolment
}

/// A secret of many items at once is refused by the system, and so is a limit that is none.
private func isLimited(_ query: KeychainQuery) -> Bool {
  guard let limit = query.all[kSecMatchLimit] else { return true }
  guard let limit = limit as? String, [kSecMatchLimitOne, kSecMatchLimitAll].contains(limit) else { return false }
  if let interface = query.all[kSecUseAuthenticationUI] as? String, interface != kSecUseAuthenticationUIFail {
    return false
  }
  return limit == kSecMatchLimitOne || !(query.flag(kSecReturnData) && query.itemClass == .genericPassword)
}

private func answer(_ item: KeychainItem, to query: KeychainQuery) -> Any? {
  if query.flag(kSecReturnRef) {
    let key = item.itemClass == .key ? SecKey(item, context: query.context) : nil
    guard query.flag(kSecReturnAttributes) else { return key }
    return attributes(of: item).merging(key.map { [kSecValueRef: $0] } ?? [:]) { $1 }
  }
  // A key of the Secure Enclave has no data to give. Another call gives another object, whose bytes may be zeroed.
  let data = query.flag(kSecReturnData) && item.itemClass == .genericPassword ? Data(Array(item.secret)) : nil
  guard query.flag(kSecReturnAttributes) else { return data }
  return attributes(of: item).merging(data.map { [kSecValueData: $0] } ?? [:]) { $1 }
}

private func attributes(of item: KeychainItem) -> [String: Any] {
  var attributes: [String: Any] = item.identity
  attributes[kSecAttrApplicationTag] = item.identity[kSecAttrApplicationTag].flatMap { Data(base64Encoded: $0) }
  attributes[kSecAttrAccessible] = item.access.protection
  return attributes
}
