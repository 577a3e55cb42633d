/// What this process holds of a vault: the keys of one that is stored, or the values of one in memory.
final class Session: Sendable {
  private struct Held {
    var keys: OpenKeys?
    var memory: Values?
    /// Opened, but not yet known to be in time.
    var opened: OpenKeys?
    /// The slot whose key the system turned out to have destroyed.
    var deadSlot: Bytes?
    var leaseBasis: LeaseBasis?

    mutating func hold(_ keys: OpenKeys) {
      self.keys = keys
      memory = nil
    }
  }

  private let ports: CorePorts
  private let current = Guarded(Held())

  init(_ ports: CorePorts) {
    self.ports = ports
  }

  func hold(_ keys: OpenKeys) {
    current.with { $0.hold(keys) }
  }

  /// Whether they may be a vault in memory, which holds no more than a stored one. FORMAT.md §14.
  /// - Throws: `INVALID_ARGUMENT`, `LIMIT_EXCEEDED`
  static func assertFits(_ values: Values) throws(CoreError) {
    _ = try encodePayload(values)
  }

  /// After `assertFits`.
  func holdMemory(_ values: Values) {
    current.with {
      $0.keys = nil
      $0.memory = values
    }
  }

  func drop() {
    current.with {
      $0.keys = nil
      $0.memory = nil
      $0.opened = nil
    }
  }

  /// What was opened was in time.
  func keepOpened() {
    current.with {
      if let opened = $0.opened { $0.hold(opened) }
      $0.opened = nil
    }
  }

  func dropOpened() {
    current.with { $0.opened = nil }
  }

  /// Also of a locked vault that has a lease.
  var held: OpenKeys? { current.with { $0.keys } }

  var memory: Values? { current.with { $0.memory } }

  /// What the lease began with.
  var leaseBasis: LeaseBasis? {
    get { current.with { $0.leaseBasis } }
    set { current.with { $0.leaseBasis = newValue } }
  }

  /// Once: whoever takes it writes down that it is dead.
  func takeDeadSlot() -> Bytes? {
    current.with {
      let taken = $0.deadSlot
      $0.deadSlot = nil
      return taken
    }
  }

  /// Counts an attempt.
  /// - Throws: as `beginUnlock`
  func begin(_ vault: LoadedVault, _ request: UnlockRequest) throws -> BegunUnlock {
    try beginUnlock(ports, vault, request)
  }

  /// - Throws: as unlocking does
  func open(_ begun: BegunUnlock) async throws {
    let slotId = begun.slot.head.slotId
    let keys = try await noting(slotId) {
      try await replaceDeadSlots(ports, try await finishUnlock(ports, begun).unlocked)
    }
    current.with { $0.opened = keys }
  }

  func offersOtherOnCancel(_ head: SlotHead) -> Bool {
    head.kind == .biometric && ports.kems.biometric?.cancelOffersOther == true
  }

  /// Asks the person for the secret of a slot that has a KEM.
  /// - Throws: as its keys do
  func decapsulate(_ vault: LoadedVault, _ head: SlotHead) async throws -> SecretBytes {
    let place = SlotPlace(vaultId: vault.envelope.header.vaultId, head: head)
    return try await noting(head.slotId) {
      try await judgingKey(ports, place) { try await slotSecret(ports, place, Credential()) }
    }
  }

  /// What is held opens it no more. Asked at one moment: the end of a prompt may come at any.
  func isStale(_ vault: LoadedVault) -> Bool {
    current.with { held in held.keys.map { !$0.open(vault.envelope) } ?? false }
  }

  /// `nil`: nothing is held, or what is doesn't open it.
  func keys(for vault: LoadedVault) -> OpenKeys? {
    current.with { held in held.keys.flatMap { $0.open(vault.envelope) ? $0 : nil } }
  }

  /// SecureStorage is opened when it is needed: it has no prompt.
  /// - Throws: `LOCKED`
  func keysOf(_ vault: LoadedVault) async throws -> OpenKeys {
    if keys(for: vault) == nil && vault.needsNobody {
      if held != nil { drop() }
      try await open(try begin(vault, UnlockRequest(kind: .device)))
      keepOpened()
    }
    guard let keys = keys(for: vault) else { throw CoreError(.locked, "the vault is locked") }
    return keys
  }

  /// Remembers which slot it was whose key the system destroyed.
  private func noting<Result: Sendable>(
    _ slotId: Bytes, _ task: @Sendable () async throws -> Result
  ) async throws -> Result {
    do {
      return try await task()
    } catch {
      if CoreErrorCode(of: error) == .keyInvalidated { current.with { $0.deadSlot = slotId } }
      throw error
    }
  }
}

extension LoadedVault {
  /// Whether it can be opened without asking anyone.
  var needsNobody: Bool { envelope.header.slots.contains { $0.head.kind == .device } }
}
