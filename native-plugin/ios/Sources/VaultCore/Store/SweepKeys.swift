/// What is stored on a device, of every vault.
public protocol StoredEverywhere: Sendable {
  var anchorMac: any AnchorMac { get }
  var mutex: any Mutex { get }
  /// Of stored anchors: the scope in hexadecimal.
  func anchorNames() throws -> [String]
  func readAnchor(_ name: String) throws -> Bytes?
  func keyNames() throws -> [String]
  func destroyKey(_ name: String) throws
}

/// Destroys device keys that belong to no slot: a killed process made them and didn't get further, or an erasure could not
/// destroy them. They open nothing. FORMAT.md §17, "Sweeping".
///
/// - Throws: `TEMPORARILY_UNAVAILABLE`: nothing more is destroyed now
public func sweepKeys(_ stored: any StoredEverywhere) async throws {
  let anchors = try await stored.mutex.hold(allVaults) { try sweepForgottenVaults(stored) }
  for name in anchors {
    try await stored.mutex.hold(vaultLockName(name)) { try sweepVault(stored, name) }
  }
}

/// Keys of vault ids that no anchor vouches for.
///
/// - Returns: the names of the anchors that vouch for theirs
private func sweepForgottenVaults(_ stored: any StoredEverywhere) throws -> [String] {
  // Listed before the anchors: a key that is made meanwhile is not in the list.
  let keys = try stored.keyNames()
  var known: [String: Bytes] = [:]
  for name in try stored.anchorNames() { known[name] = try vouching(stored, name)?.vaultId }
  let vaults = Set(known.values.map(\.hex))
  try destroyAll(stored, keys) { !vaults.contains($0.vaultId) }
  return known.keys.sorted()
}

/// Keys of slots that the anchor does not list.
private func sweepVault(_ stored: any StoredEverywhere, _ name: String) throws {
  let keys = try stored.keyNames()
  guard let anchor = try vouching(stored, name) else { return }
  let vault = anchor.vaultId.hex
  let listed = Set(anchor.keySlots.map(\.hex))
  try destroyAll(stored, keys) { $0.vaultId == vault && !listed.contains($0.slotId) }
}

/// An anchor that can be read and is this vault's.
///
/// - Throws: one that can't be read now: nobody knows what it lists
private func vouching(_ stored: any StoredEverywhere, _ name: String) throws -> Anchor? {
  do {
    guard let bytes = try stored.readAnchor(name) else { return nil }
    let scope = try TaggedAnchor(parsing: bytes).anchor.scope
    return scope.hex == name ? try openAnchor(stored.anchorMac, VaultPlace(scope), bytes) : nil
  } catch let error as CoreError where error.code != .temporarilyUnavailable {
    return nil
  }
}

private struct SlotKey {
  let vaultId: String
  let slotId: String

  /// `nil`: no name of a slot's key. FORMAT.md §17.
  init?(_ name: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "idv1", ["prf", "kem"].contains(parts[3]),
      isHex(parts[1], count: 32), isHex(parts[2], count: 16)
    else { return nil }
    vaultId = String(parts[1])
    slotId = String(parts[2])
  }
}

private func isHex(_ text: Substring, count: Int) -> Bool {
  text.utf8.count == count && text.utf8.allSatisfy("0123456789abcdef".utf8.contains)
}

private func destroyAll(
  _ stored: any StoredEverywhere, _ names: [String], where isLeftOver: (SlotKey) -> Bool
) throws {
  for name in names {
    if let key = SlotKey(name), isLeftOver(key) { try stored.destroyKey(name) }
  }
}
