/// Erases whatever is stored for this scope, readable or not. FORMAT.md §10.3. The vault is gone from the first write on;
/// loading finishes what a killed process began. Keys that can't be destroyed now are left: they open nothing.
///
/// - Throws: `CONFLICT`, `TEMPORARILY_UNAVAILABLE`: it is still there
func eraseVault(_ ports: CorePorts, _ scope: Bytes) throws {
  let name = scope.hex
  if let (anchor, bytes) = try readableAnchor(ports, scope) {
    var erasing = anchor
    erasing.erasing = true
    if !anchor.erasing { _ = try writeAnchor(ports, erasing, over: bytes) }
    // Only what the anchor says: an envelope that nobody authenticated may name another vault's keys.
    _ = try destroySlotKeys(ports, anchor.vaultId, anchor.keySlots)
  }
  try ports.blobs.remove(name)
  try ports.anchors.remove(name)
  try unlessRefused { try ports.anchorMac.destroy(anchorKeyName(scope)) }
}

/// What can't be read, for good or just now, is no reason to keep what is to be erased.
private func readableAnchor(_ ports: CorePorts, _ scope: Bytes) throws -> (Anchor, Bytes)? {
  let stored: (Anchor, Bytes)?? = try unlessRefused {
    guard let bytes = try ports.anchors.read(scope.hex) else { return nil }
    let anchor = try openAnchor(ports.anchorMac, VaultPlace(scope), bytes)
    return anchor.scope == scope ? (anchor, bytes) : nil
  }
  return stored ?? nil
}

/// - Throws: what is no refusal of a port: that is a mistake, and hides nothing
private func unlessRefused<Result>(_ task: () throws -> Result) throws -> Result? {
  do {
    return try task()
  } catch is CoreError {
    return nil
  }
}
