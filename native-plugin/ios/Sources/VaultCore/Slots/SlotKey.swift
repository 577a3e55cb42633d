/// Additional data of a wrapped data key: another vault's slot, or a changed one, does not open.
func slotAad(vaultId: Bytes, scope: Bytes, _ head: SlotHead) throws -> Bytes {
  Bytes(label: "idv1/slot") + vaultId + scope + (try head.encoded())
}

/// The key that wraps the data key, from the slot's secret and the device function of it. FORMAT.md §6.3.
///
/// - Throws: `CORRUPT`: the secret is not 32 bytes long; whatever the device function throws
func deriveKek(_ ports: CorePorts, _ place: SlotPlace, _ secret: SecretBytes) throws -> any Kek {
  if secret.count != 32 { throw corrupt("the secret of a slot is not 32 bytes long") }
  let ofDevice = try ports.deviceFunction.evaluate(place.keys.prf, secret, as: place.head.prf)
  let input = HkdfInput(
    secret: SecretBytes(joining: secret, ofDevice), salt: place.vaultId + place.head.slotId,
    info: Bytes(label: "idv1/kek") + (try place.head.encoded()))
  return try ports.aead.deriveKek(input)
}
