/// Lets a refresh that was begun while unlocked store its result, and nothing else. FORMAT.md §13.
public struct Leases: Sendable {
  let aead: any Aead
  let store: VaultStore
  let session: Session
  let lock: Lock
  let access: Access
  let operations: Operations

  /// - Throws: `LOCKED`, `CONFLICT`: there is a lease already
  public func begin(_ id: String, _ names: [PayloadKey]) async throws {
    try await operations.apart {
      try lock.assertUnlocked()
      let basis = session.memory == nil ? try await basisOf(names) : nil
      try lock.section {
        try lock.lease(.leaseBegin(id: id, names: names))
        session.leaseBasis = basis
      }
    }
  }

  /// Uses the lease up, within a turn of the caller: also while locked, until the deadline.
  /// - Throws: `LOCKED`, `INVALID_ARGUMENT`, `CONFLICT`
  func use(_ id: String, _ names: [PayloadKey]) async throws -> Opened {
    let vault = try access.require()
    lock.begin()
    // Being granted, a locked vault has no more reason to hold the key.
    let held = session.held.map { Opened(vault: vault, keys: $0) }
    let opened = if let held { held } else { try await access.opened() }
    try lock.lease(.leaseWrite(id: id, names: names, unchanged: try isUnchanged(opened)))
    return opened
  }

  /// The refresh failed: nothing will be written.
  public func end(_ id: String) {
    lock.dispatch(.leaseEnd(id: id))
  }

  private func basisOf(_ names: [PayloadKey]) async throws -> LeaseBasis {
    let opened = try await access.opened()
    return try leaseBasis(aead, opened.unlocked(with: try store.values(opened)), names)
  }

  /// What was re-keyed elsewhere can't even be opened.
  private func isUnchanged(_ opened: Opened) throws -> Bool {
    let isStale = !opened.keys.open(opened.vault.envelope)
    guard let basis = session.leaseBasis, !isStale else { return false }
    return try basis.isUnchanged(aead, opened.unlocked(with: try store.values(opened)))
  }
}
