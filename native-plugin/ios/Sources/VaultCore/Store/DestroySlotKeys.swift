/// What makes a slot's wrapped key worthless wherever it was copied to. Repeating it does no harm.
///
/// - Returns: the slots that have keys left, which could not be destroyed now: nothing else has to wait for that
func destroySlotKeys(_ ports: CorePorts, _ vaultId: Bytes, _ slotIds: [Bytes]) throws -> [Bytes] {
  try slotIds.filter { !(try isDestroyed(ports, vaultId, $0)) }
}

/// The key of F first: a slot that has it and no KEM key is one whose key the system destroyed (FORMAT.md §11.4).
private func isDestroyed(_ ports: CorePorts, _ vaultId: Bytes, _ slotId: Bytes) throws -> Bool {
  let names = deviceKeyNames(vaultId, slotId)
  do {
    try ports.deviceFunction.destroy(names.prf)
    try ports.kems.biometric?.destroy(names.kem)
    try ports.kems.deviceCredential?.destroy(names.kem)
    return true
  } catch is CoreError {
    return false
  }
}
