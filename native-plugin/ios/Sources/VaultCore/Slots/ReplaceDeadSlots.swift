/// Removes slots whose key the system destroyed, and makes them anew where that needs no prompt. FORMAT.md §11.4. The
/// person is in either way: what can't be replaced now stays dead until the next unlock.
func replaceDeadSlots(_ ports: CorePorts, _ unlocked: Unlocked) async throws -> OpenKeys {
  let header = unlocked.vault.envelope.header
  let deadSlots = unlocked.vault.anchor.deadSlots
  let dead = header.slots.map(\.head).filter { deadSlots.contains($0.slotId) }.map(\.kind)
  if dead.isEmpty { return unlocked.keys }
  let request = RekeyRequest(
    policy: header.policy, keep: header.slots.map(\.head.kind).filter { !dead.contains($0) },
    create: dead.compactMap { withoutPrompt(ports, $0) })
  do {
    return try await rekeyVault(ports, unlocked, request).keys
  } catch is CoreError {
    return unlocked.keys
  }
}

/// A public key wraps without asking anyone.
private func withoutPrompt(_ ports: CorePorts, _ kind: Kind) -> SlotRequest? {
  switch kind {
  case .biometric: ports.kems.biometric is any PublicKeyKem ? .biometric : nil
  case .deviceCredential: ports.kems.deviceCredential is any PublicKeyKem ? .deviceCredential : nil
  case .appPasscode, .device: nil
  }
}
