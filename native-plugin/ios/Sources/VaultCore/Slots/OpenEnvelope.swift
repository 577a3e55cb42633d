/// The data key, and the key of the slot that opened it: with it that slot can be wrapped again.
struct OpenedSlot: Sendable {
  let dek: any Dek
  let kek: any Kek
  let slotId: Bytes
}

/// - Throws: `SCOPE_MISMATCH`
func assertScope(_ actual: Bytes, _ expected: Bytes) throws {
  if actual != expected { throw CoreError(.scopeMismatch, "stored for another app, vault or user") }
}

/// - Throws: `SLOT_NOT_FOUND`
func findSlot(_ envelope: Envelope, _ kind: Kind) throws -> Slot {
  guard let slot = envelope.header.slots.first(where: { $0.head.kind == kind }) else {
    throw CoreError(.slotNotFound, "the vault has no slot of this kind")
  }
  return slot
}

/// - Throws: `AUTHENTICATION_FAILED`, and whatever the device's keys throw
func openSlot(
  _ ports: CorePorts, _ envelope: Envelope, _ slot: Slot, _ credential: Credential
) async throws -> OpenedSlot {
  let header = envelope.header
  let place = SlotPlace(vaultId: header.vaultId, head: slot.head)
  let kek = try deriveKek(ports, place, try await slotSecret(ports, place, credential))
  let aad = try slotAad(vaultId: header.vaultId, scope: header.scope, slot.head)
  guard let dek = try ports.aead.unwrap(slot.wrapped, under: kek, Binding(nonce: slot.nonce, aad: aad)) else {
    throw CoreError(.authenticationFailed, "the slot does not open")
  }
  return OpenedSlot(dek: dek, kek: kek, slotId: slot.head.slotId)
}

/// - Throws: `CORRUPT`: not what was sealed, or not a payload, or flags that say otherwise
func openPayload(_ aead: any Aead, _ envelope: Envelope, _ dek: any Dek) throws -> Values {
  let (header, payload) = (envelope.header, envelope.payload)
  let binding = Binding(nonce: payload.nonce, aad: envelope.headerBytes)
  guard let plaintext = try aead.open(payload.ciphertext, under: dek, salt: header.vaultId, binding) else {
    throw corrupt("the payload is not what was sealed")
  }
  let values = try parsePayload(plaintext)
  if header.hasValues == values.isEmpty || header.hasSession != (values[.session] != nil) {
    throw corrupt("flags and payload disagree")
  }
  return values
}
