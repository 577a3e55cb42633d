/// The way from the lock to what is stored. What is found there is told at once, so that nothing unlocked outlives damage.
struct Access: Sendable {
  let store: VaultStore
  let session: Session
  let tell: Tell

  /// - Throws: as loading does
  func load() throws -> LoadedVault? {
    do {
      let vault = try store.load()
      if let vault { tell(.found(vault.envelope.header.mode.custody == .open ? .open : .stored)) }
      return vault
    } catch {
      if let code = CoreErrorCode(of: error), code.isDamage { tell(.damaged(code)) }
      throw error
    }
  }

  /// - Throws: `NOT_FOUND`, as loading does
  func require() throws -> LoadedVault {
    if let vault = try load() { return vault }
    tell(.damaged(.notFound))
    throw CoreError(.notFound, "there is no vault")
  }

  /// The vault as it is stored now, and the keys that open it.
  /// - Throws: `LOCKED`, `NOT_FOUND`, as loading does
  func opened() async throws -> Opened {
    let vault = try require()
    if let keys = session.keys(for: vault) { return Opened(vault: vault, keys: keys) }
    // Re-keyed elsewhere.
    if session.isStale(vault) && !vault.needsNobody { tell(.lock) }
    return Opened(vault: vault, keys: try await session.keysOf(vault))
  }

  /// For a prompt, whose end tells of a destroyed key. That this erased the vault is told at once: a new one may be made
  /// first.
  func openForPrompt(_ request: UnlockRequest) async throws {
    do {
      try await session.open(try startingOver { try session.begin(try require(), request) })
    } catch {
      if CoreErrorCode(of: error) == .tooManyAttempts { tell(.damaged(.tooManyAttempts)) }
      throw error
    }
  }

  /// Without a prompt.
  func open(_ request: UnlockRequest) async throws {
    do {
      try await openForPrompt(request)
    } catch {
      if CoreErrorCode(of: error) == .keyInvalidated { try onInvalidated() }
      throw error
    }
  }

  /// Writes down which slot is dead, so that the next unlock by another one replaces it.
  func markSlotDead(_ slotId: Bytes?) throws {
    guard let vault = try load(), let slotId else { return }
    try store.markSlotDead(vault, slotId)
  }

  private func onInvalidated() throws {
    if try require().envelope.header.enrolment != .wipe { return try markSlotDead(session.takeDeadSlot()) }
    try store.erase()
    tell(.damaged(.notFound))
  }
}
