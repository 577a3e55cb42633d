/// The anchor, with the bytes that the next write of it must replace.
struct StoredAnchor: Sendable {
  var anchor: Anchor
  /// `nil`: there is none yet.
  var bytes: Bytes?
}

/// A vault that loading accepted.
public struct LoadedVault: Sendable {
  public internal(set) var anchor: Anchor
  /// Of the anchor, as stored.
  var bytes: Bytes
  public let envelope: Envelope
  /// Of the envelope, as stored.
  let digest: Bytes

  var stored: StoredAnchor { StoredAnchor(anchor: anchor, bytes: bytes) }
}

/// Replaces exactly the anchor that was loaded.
///
/// - Returns: the bytes that are stored now
/// - Throws: `CONFLICT`: nothing was written
func writeAnchor(_ ports: CorePorts, _ anchor: Anchor, over expected: Bytes?) throws -> Bytes {
  let bytes = try sealAnchor(ports.anchorMac, anchor)
  guard try ports.anchors.replace(anchor.scope.hex, expected: expected, with: bytes) else { throw conflict() }
  return bytes
}

/// A change of the anchor of a vault that was loaded.
///
/// - Throws: `CONFLICT`: nothing was written
func writeAnchor(_ ports: CorePorts, _ vault: LoadedVault, _ change: (inout Anchor) -> Void) throws -> LoadedVault {
  var changed = vault
  change(&changed.anchor)
  changed.bytes = try writeAnchor(ports, changed.anchor, over: vault.bytes)
  return changed
}

func conflict() -> CoreError {
  CoreError(.conflict, "someone else wrote meanwhile; nothing was written")
}

/// Slot ids in the order of the anchor, each once.
func slotIdSet(_ ids: [Bytes]) -> [Bytes] {
  Set(ids).sorted(by: isAscending)
}

extension Envelope {
  var slotIds: [Bytes] { slotIdSet(header.slots.map(\.head.slotId)) }
}
