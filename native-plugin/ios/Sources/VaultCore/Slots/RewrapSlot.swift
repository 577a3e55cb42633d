/// How a slot can be wrapped again.
struct Rewrap: Sendable {
  let head: SlotHead
  let kek: any Kek
}

/// FORMAT.md §12. `nil`: not without the person, so the data key has to stay.
///
/// - Throws: `USER_CANCELED`: a WebAuthn slot was asked
func rewrapOf(_ ports: CorePorts, _ vaultId: Bytes, _ keys: OpenKeys, _ head: SlotHead) async throws -> Rewrap? {
  let held = keys.keks[head.slotId].map { Rewrap(head: head, kek: $0) }
  let place = SlotPlace(vaultId: vaultId, head: head)
  switch head.kind {
  case .appPasscode:
    return held
  case .device:
    return Rewrap(head: head, kek: try deriveKek(ports, place, secretOfDevice()))
  case .biometric, .deviceCredential:
    if let kem = try kemOf(ports, head.kind) as? any PublicKeyKem { return try encapsulated(ports, place, kem) }
    if held != nil || head.kem != .webAuthnPrf { return held }
    return Rewrap(head: head, kek: try deriveKek(ports, place, try await slotSecret(ports, place, Credential())))
  }
}

private func encapsulated(_ ports: CorePorts, _ place: SlotPlace, _ kem: any PublicKeyKem) throws -> Rewrap {
  let fresh = try kem.encapsulate(place.keys.kem)
  var head = place.head
  head.enc = fresh.enc
  return Rewrap(head: head, kek: try deriveKek(ports, SlotPlace(vaultId: place.vaultId, head: head), fresh.secret))
}
