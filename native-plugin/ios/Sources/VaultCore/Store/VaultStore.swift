/// Values to set; `nil` removes.
public typealias Changes = [PayloadKey: Bytes?]

/// What is stored of one scope. Knows of no lock: whoever asks brings the keys.
final class VaultStore: Sendable {
  private let ports: CorePorts
  private let place: VaultPlace

  init(_ ports: CorePorts, scope: Bytes) {
    self.ports = ports
    place = VaultPlace(scope)
  }

  /// Checked and repaired; `nil`: definitely nothing.
  /// - Throws: as `loadVault`
  func load() throws -> LoadedVault? {
    try loadVault(ports, place)
  }

  /// Without repairing it.
  /// - Throws: as `peekVault`
  func peek() throws -> LoadedVault? {
    try peekVault(ports, place)
  }

  /// In place of whatever there was, or, where nothing may be replaced, of nothing.
  func create(_ request: NewVault, replaces: Bool) async throws -> OpenKeys {
    let over = replaces ? try replaceable() : nil
    return try await createVault(ports, place.scope, over: over, request).keys
  }

  func values(_ opened: Opened) throws -> Values {
    try openPayload(ports.aead, opened.vault.envelope, opened.keys.dek)
  }

  /// - Throws: `CONFLICT`, `LIMIT_EXCEEDED`
  @discardableResult
  func write(_ opened: Opened, _ changes: Changes, policy: PolicyChanges) throws -> LoadedVault {
    try writeValues(ports, opened, withChanges(try values(opened), changes), policy: policy)
  }

  /// - Throws: `USER_CANCELED`, `POLICY_NOT_MET`, `CONFLICT`
  func rekey(_ opened: Opened, _ request: RekeyRequest) async throws -> OpenKeys {
    try await rekeyVault(ports, opened.unlocked(with: try values(opened)), request).keys
  }

  /// Writes down that the system destroyed the key of this slot.
  func markSlotDead(_ vault: LoadedVault, _ slotId: Bytes) throws {
    if vault.anchor.deadSlots.contains(slotId) { return }
    _ = try writeAnchor(ports, vault) { $0.deadSlots = slotIdSet($0.deadSlots + [slotId]) }
  }

  func erase() throws {
    try eraseVault(ports, place.scope)
  }

  /// What a new vault continues: only what can be read, and has a generation left. What else there is is erased first.
  private func replaceable() throws -> LoadedVault? {
    do {
      let vault = try load()
      if vault?.envelope.header.generation != Limit.generation { return vault }
    } catch {
      guard let code = CoreErrorCode(of: error), code.isDamage else { throw error }
    }
    try erase()
    return nil
  }
}

func withChanges(_ values: Values, _ changes: Changes) -> Values {
  var changed = values
  // To set `nil` is to remove.
  for (name, value) in changes { changed[name] = value }
  return changed
}
