/// The vault of this scope, checked and repaired as FORMAT.md §9 orders it. `nil`: definitely nothing stored. Never costs
/// an attempt.
///
/// - Throws: `CORRUPT`, `UNSUPPORTED_FORMAT`, `ROLLED_BACK`, `SCOPE_MISMATCH`, `KEY_MISSING`, `TOO_MANY_ATTEMPTS` (an
///   attempt that a killed process began was the last), `TEMPORARILY_UNAVAILABLE`, `CONFLICT`
func loadVault(_ ports: CorePorts, _ place: VaultPlace) throws -> LoadedVault? {
  try startingOver {
    switch try findVault(ports, place) {
    case .nothing:
      return nil
    case .gone:
      try eraseVault(ports, place.scope)
      return nil
    case .vault(let found):
      if found.isFormer { try ports.blobs.former?.restore(place.name) }
      return try repair(ports, found.vault, found.accepted)
    }
  }
}

/// `loadVault` for who only wants to know: repairs and writes nothing, so it needs no turn.
///
/// - Throws: as `loadVault`, but never `TOO_MANY_ATTEMPTS` or `CONFLICT`
func peekVault(_ ports: CorePorts, _ place: VaultPlace) throws -> LoadedVault? {
  guard case .vault(let found) = try findVault(ports, place) else { return nil }
  return found.vault
}

/// As it is stored.
private struct ReadAnchor {
  let anchor: Anchor
  let bytes: Bytes
}

/// An envelope that the anchor names.
private struct Accepted {
  let vault: LoadedVault
  let accepted: EnvelopeRef
  /// It is the one before the one that is stored.
  var isFormer = false
}

private enum Found {
  case nothing
  case gone
  case vault(Accepted)
}

/// Steps 1 to 12 of FORMAT.md §9.
private func findVault(_ ports: CorePorts, _ place: VaultPlace) throws -> Found {
  let records = try readStored(ports, place.name)
  guard let anchorBytes = records.anchor else {
    if records.envelope != nil { throw rolledBack("an envelope without an anchor") }
    return .nothing
  }
  let anchor = try openAnchor(ports.anchorMac, place, anchorBytes)
  try assertScope(anchor.scope, place.scope)
  if anchor.erasing || (records.envelope == nil && anchor.cur == nil) { return .gone }
  let read = ReadAnchor(anchor: anchor, bytes: anchorBytes)
  do {
    return .vault(try accept(ports, records.envelope, read))
  } catch let error as CoreError {
    guard var former = try findFormer(ports, read) else { throw error }
    former.isFormer = true
    return .vault(former)
  }
}

private func readStored(_ ports: CorePorts, _ name: String) throws -> Stored {
  if let joint = ports.joint { return try joint.read(name) }
  return Stored(anchor: try ports.anchors.read(name), envelope: try ports.blobs.read(name))
}

/// The envelope that an anchor names: steps 8 to 12, in that order.
private func accept(_ ports: CorePorts, _ bytes: Bytes?, _ read: ReadAnchor) throws -> Accepted {
  guard let bytes else { throw rolledBack("an anchor without its envelope") }
  let envelope = try Envelope(parsing: bytes)
  try assertScope(envelope.header.scope, read.anchor.scope)
  if envelope.header.vaultId != read.anchor.vaultId { throw rolledBack("another vault's envelope") }
  let digest = try ports.aead.digest(bytes)
  let found = EnvelopeRef(generation: envelope.header.generation, digest: digest)
  try assertNamed(found, by: read.anchor)
  let vault = LoadedVault(anchor: read.anchor, bytes: read.bytes, envelope: envelope, digest: digest)
  return Accepted(vault: vault, accepted: found)
}

/// The anchor may have lost what was written to it last: then it still names the envelope before the stored one.
private func findFormer(_ ports: CorePorts, _ read: ReadAnchor) throws -> Accepted? {
  guard ports.joint == nil, let bytes = try ports.blobs.former?.read(read.anchor.scope.hex) else { return nil }
  do {
    return try accept(ports, bytes, read)
  } catch is CoreError {
    return nil
  }
}

private func assertNamed(_ found: EnvelopeRef, by anchor: Anchor) throws {
  if found == anchor.cur || found == anchor.next { return }
  if found.generation == anchor.cur?.generation || found.generation == anchor.next?.generation {
    throw corrupt("the envelope was changed")
  }
  throw rolledBack("an envelope of another generation")
}

private func rolledBack(_ detail: String) -> CoreError {
  CoreError(.rolledBack, detail)
}
