/// The anchor, with the bytes that the next write of it must replace.
struct StoredAnchor: Sendable {
  var anchor: Anchor
  /// `nil`: there is none yet.
  var bytes: Bytes?
}

/// A vault that loading accepted.
///
/// A class, for it goes through many hands: to copy a value is to count a reference for each of its fields.
public final class LoadedVault: Sendable {
  public let anchor: Anchor
  /// Of the anchor, as stored.
  let bytes: Bytes
  public let envelope: Envelope
  /// Of the envelope, as stored.
  let digest: Bytes

  init(anchor: Anchor, bytes: Bytes, envelope: Envelope, digest: Bytes) {
    self.anchor = anchor
    self.bytes = bytes
    self.envelope = envelope
    self.digest = digest
  }

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
  var anchor = vault.anchor
  change(&anchor)
  let bytes = try writeAnchor(ports, anchor, over: vault.bytes)
  return LoadedVault(anchor: anchor, bytes: bytes, envelope: vault.envelope, digest: vault.digest)
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
