#if SWIFT_PACKAGE
  import VaultCore
#endif

/// The calls of a vault. BRIDGE.md §4.2.
struct VaultCalls: Sendable {
  static let names: Set = [
    "status", "isUnlocked", "protection", "keys", "read", "readAll", "slotsFor", "write", "replace", "rekey", "erase",
    "configure", "choosePasscode", "unlock", "unlockWithPasscode", "lock", "lease", "endLease", "activity",
  ]

  let passcodes: ChosenPasscodes

  /// What has its place in the order of calls takes it before this returns.
  /// - Returns: `nil`: no call of this name
  func begin(_ name: String, _ given: Members, _ vault: LocalVault) throws -> Begun? {
    try looking(name, vault) ?? reading(name, given, vault) ?? writing(name, given, vault)
      ?? locking(name, given, vault) ?? leasing(name, given, vault)
  }

  /// At once: a lock that comes later changes nothing of the answer.
  private func looking(_ name: String, _ vault: LocalVault) throws -> Begun? {
    switch name {
    case "status":
      let status = try vault.status()
      return { status.json }
    case "isUnlocked":
      let isUnlocked = vault.isUnlocked
      return { .flag(isUnlocked) }
    case "protection":
      let report = try vault.protection()
      return { report.json }
    default: return nil
    }
  }

  private func reading(_ name: String, _ given: Members, _ vault: LocalVault) throws -> Begun? {
    switch name {
    case "keys":
      let values = vault.turns.after { try await vault.values() }
      return { .list(try await values.value.keys.map { .text($0.text) }) }
    case "read":
      let wanted = try given.keys()
      let values = vault.turns.after { try await vault.values() }
      return { entries(try await values.value.filter { wanted.contains($0.key) }) }
    case "readAll":
      let values = vault.turns.after { try await vault.values() }
      return { entries(try await values.value) }
    case "slotsFor":
      let mode: Mode = try given.id("mode")
      return { .list(try vault.slots(for: mode).map { .whole($0.rawValue) }) }
    default: return nil
    }
  }

  private func writing(_ name: String, _ given: Members, _ vault: LocalVault) throws -> Begun? {
    switch name {
    case "write":
      let changes = try given.changes()
      if given.has("lease") {
        let lease = try given.text("lease", most: BridgeLimit.id)
        return begun(vault.turns.begin { try await vault.write(changes, lease: lease) })
      }
      return begun(vault.turns.begin { try await vault.write(changes) })
    case "replace":
      let mode: Mode = try given.id("mode")
      let values = try given.entries()
      let passcode = try take(try given.optionalPasscode(), for: vault)
      return begun(vault.turns.begin { try await vault.replace(mode, values, passcode) })
    case "rekey":
      let mode: Mode = try given.id("mode")
      let passcode = try take(try given.optionalPasscode(), for: vault)
      return begun(vault.turns.begin { try await vault.rekey(mode, passcode) })
    case "erase":
      let erasure = vault.turns.beginAtOnce { try await vault.erase() }
      // It waits for no prompt; but what came before it must not bring back what it erased.
      _ = vault.turns.begin { try await vault.eraseWhatCameBack() }
      return begun(erasure)
    case "configure":
      vault.configure(try given.settings())
      return { nil }
    default: return nil
    }
  }

  private func locking(_ name: String, _ given: Members, _ vault: LocalVault) throws -> Begun? {
    switch name {
    case "choosePasscode": return choosing(vault)
    case "unlock":
      let only: Kind? = given.has("only") ? try given.id("only") : nil
      let unlock = vault.beginUnlock(only: only)
      return {
        try await unlock()
        return nil
      }
    case "unlockWithPasscode":
      guard case .text(let passcode) = try given.passcode() else { throw Rejection(.missingPasscode) }
      let unlock = vault.beginUnlock(with: passcode)
      return {
        try await unlock()
        return nil
      }
    case "lock":
      vault.lock()
      return { nil }
    default: return nil
    }
  }

  private func leasing(_ name: String, _ given: Members, _ vault: LocalVault) throws -> Begun? {
    switch name {
    case "lease":
      let names = Array(try given.keys())
      let lease = vault.turns.after { try await vault.lease(names) }
      return { .text(try await lease.value) }
    case "endLease":
      vault.endLease(try given.text("lease", most: BridgeLimit.id))
      return { nil }
    case "activity":
      vault.noticeActivity()
      return { nil }
    default: return nil
    }
  }

  private func choosing(_ vault: LocalVault) -> Begun {
    { [passcodes] in
      guard let passcode = await vault.choosePasscode() else { return .object([:]) }
      return .object(["chosen": .text(passcodes.keep(passcode, for: vault.id))])
    }
  }

  /// Taken out whatever becomes of the call.
  private func take(_ message: PasscodeMessage?, for vault: LocalVault) throws(Rejection) -> NewPasscode? {
    switch message {
    case nil: return nil
    case .chosen(let reference):
      return NewPasscode(typed: try passcodes.take(reference, for: vault.id), isSeenByJs: false)
    case .text(let passcode): return NewPasscode(typed: passcode, isSeenByJs: true)
    }
  }
}

private func begun(_ turn: Task<Void, any Error>) -> Begun {
  {
    try await turn.value
    return nil
  }
}

private func entries(_ values: Values) -> JSONValue {
  .list(
    values.map { key, value in
      .object(["key": .text(key.text), "json": .text(String(decoding: value, as: UTF8.self))])
    })
}
