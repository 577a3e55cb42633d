/// Finishes what a killed process began: steps a to c of FORMAT.md §9.
///
/// - Throws: `TOO_MANY_ATTEMPTS`, `CONFLICT`
func repair(_ ports: CorePorts, _ found: LoadedVault, _ accepted: EnvelopeRef) throws -> LoadedVault {
  let settled = found.anchor.next == nil ? found : try settle(ports, found, accepted)
  return try destroyLeftOverKeys(ports, try failPendingAttempt(ports, settled))
}

/// What a commit would have written last, or nothing of it.
private func settle(_ ports: CorePorts, _ found: LoadedVault, _ accepted: EnvelopeRef) throws -> LoadedVault {
  let slots = found.envelope.slotIds
  return try writeAnchor(ports, found) { anchor in
    if accepted == anchor.next && anchor.nextResets { anchor.resetAttempts() }
    anchor.cur = accepted
    anchor.next = nil
    anchor.nextResets = false
    anchor.deadSlots.removeAll { !slots.contains($0) }
  }
}

/// Whoever could make a killed process cost nothing could guess for ever.
private func failPendingAttempt(_ ports: CorePorts, _ vault: LoadedVault) throws -> LoadedVault {
  vault.anchor.pending ? try failAttempt(ports, vault) : vault
}

/// The revocation: keys of slots that the envelope no longer has. What can't be destroyed now stays listed for the next
/// time.
func destroyLeftOverKeys(_ ports: CorePorts, _ vault: LoadedVault) throws -> LoadedVault {
  let slots = vault.envelope.header.slots
  let isKept = { id in slots.contains { $0.head.slotId == id } }
  let leftOver = vault.anchor.keySlots.filter { !isKept($0) }
  let stuck = try destroySlotKeys(ports, vault.anchor.vaultId, leftOver)
  if stuck.count == leftOver.count { return vault }
  return try writeAnchor(ports, vault) { anchor in
    anchor.keySlots.removeAll { !isKept($0) && !stuck.contains($0) }
  }
}

extension Anchor {
  mutating func resetAttempts() {
    attempts = 0
    pending = false
    delayStart = 0
  }
}
