/// Wraps the data key for one slot, under a fresh nonce.
func wrapSlot(_ ports: CorePorts, _ target: SlotTarget, _ head: SlotHead, _ kek: any Kek) throws -> Slot {
  let nonce = ports.random.bytes(12)
  let aad = try slotAad(vaultId: target.vaultId, scope: target.scope, head)
  let wrapped = try ports.aead.wrap(target.dek, under: kek, Binding(nonce: nonce, aad: aad))
  return Slot(head: head, nonce: nonce, wrapped: wrapped)
}

/// The envelope of these values, under a fresh nonce.
///
/// - Parameter draft: what it says about the values is filled in here
/// - Throws: `LIMIT_EXCEEDED`
func sealEnvelope(_ ports: CorePorts, _ draft: Header, _ dek: any Dek, _ values: Values) throws -> Bytes {
  var header = draft
  header.hasValues = !values.isEmpty
  header.hasSession = values[.session] != nil
  let headerBytes = try header.encoded()
  let nonce = ports.random.bytes(12)
  let binding = Binding(nonce: nonce, aad: headerBytes)
  let ciphertext = try ports.aead.seal(try encodePayload(values), under: dek, salt: header.vaultId, binding)
  return try encodeEnvelope(headerBytes: headerBytes, payload: SealedPayload(nonce: nonce, ciphertext: ciphertext[...]))
}
