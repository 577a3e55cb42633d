/// What is in a vault.
struct Contents: Sendable {
  let store: VaultStore
  let session: Session
  let lock: Lock
  let access: Access
  let operations: Operations
  let leases: Leases

  /// As `CoreVault.values`.
  func values() async throws -> Values {
    try await operations.apart {
      let epoch = try lock.assertUnlocked()
      let values = if let memory = session.memory { memory } else { try store.values(try await access.opened()) }
      try lock.assertStill(epoch)
      return values
    }
  }

  /// As `CoreVault.write`.
  func write(_ changes: Changes, _ options: WriteOptions) async throws {
    try await operations.apart {
      let opened: Opened
      if let lease = options.lease {
        opened = try await leases.use(lease, Array(changes.keys))
      } else {
        if try writeMemory(changes) { return }
        opened = try await access.opened()
      }
      try store.write(opened, changes, policy: options.policy)
    }
  }

  /// No lock comes between: what it erased must not come back.
  /// - Returns: `false`: it is none in memory
  /// - Throws: `LOCKED`, `NOT_FOUND`, `INVALID_ARGUMENT`, `LIMIT_EXCEEDED`
  private func writeMemory(_ changes: Changes) throws -> Bool {
    try lock.section {
      try lock.assertUnlocked()
      guard let memory = session.memory else { return false }
      let values = withChanges(memory, changes)
      try Session.assertFits(values)
      session.holdMemory(values)
      return true
    }
  }
}
