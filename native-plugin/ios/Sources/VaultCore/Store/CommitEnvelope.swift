struct NewEnvelope: Sendable {
  let bytes: Bytes
  /// The passcode is a new one, the vault replaces another, or fewer attempts are allowed from now on.
  let resetsAttempts: Bool
}

/// Puts a sealed envelope in place of the one that was loaded: the old state or the new, never neither. FORMAT.md §10.1.
///
/// - Throws: `CONFLICT`, or what storage refuses with: then the old envelope is still in place
func commitEnvelope(_ ports: CorePorts, over stored: StoredAnchor, _ next: NewEnvelope) throws -> LoadedVault {
  let digest = try ports.aead.digest(next.bytes)
  let commit = EnvelopeCommit(
    ports: ports, over: stored, next: next, envelope: try Envelope(parsing: next.bytes), digest: digest)
  do {
    let vault = try ports.joint.map(commit.writeJointly) ?? commit.writeInTurn()
    return try destroyLeftOverKeys(ports, vault)
  } catch {
    // A failed write may still have happened: what is stored decides, as after a crash.
    if let found = try? loadVault(ports, VaultPlace(stored.anchor.scope)), found.digest == digest { return found }
    throw error
  }
}

private struct EnvelopeCommit {
  let ports: CorePorts
  let over: StoredAnchor
  let next: NewEnvelope
  let envelope: Envelope
  let digest: Bytes

  private var name: String { over.anchor.scope.hex }

  func writeInTurn() throws -> LoadedVault {
    var announced = over.anchor
    announced.next = EnvelopeRef(generation: envelope.header.generation, digest: digest)
    announced.nextResets = next.resetsAttempts
    announced.keySlots = slotIdSet(announced.keySlots + envelope.slotIds)
    let announcedBytes = try writeAnchor(ports, announced, over: over.bytes)
    if over.anchor.cur != nil { try ports.blobs.former?.keep(name) }
    try ports.blobs.write(name, next.bytes)
    let settled = settled(announced)
    return loaded(settled, try writeAnchor(ports, settled, over: announcedBytes))
  }

  func writeJointly(_ joint: any JointStore) throws -> LoadedVault {
    let settled = settled(over.anchor)
    let bytes = try sealAnchor(ports.anchorMac, settled)
    let commit = Commit(expected: over.bytes, anchor: bytes, envelope: next.bytes)
    guard try joint.commit(name, commit) else { throw conflict() }
    return loaded(settled, bytes)
  }

  private func settled(_ before: Anchor) -> Anchor {
    let kept = envelope.slotIds
    var anchor = before
    anchor.keySlots = slotIdSet(anchor.keySlots + kept)
    anchor.cur = EnvelopeRef(generation: envelope.header.generation, digest: digest)
    anchor.next = nil
    anchor.nextResets = false
    anchor.deadSlots.removeAll { !kept.contains($0) }
    if next.resetsAttempts { anchor.resetAttempts() }
    return anchor
  }

  private func loaded(_ anchor: Anchor, _ bytes: Bytes) -> LoadedVault {
    LoadedVault(anchor: anchor, bytes: bytes, envelope: envelope, digest: digest)
  }
}
