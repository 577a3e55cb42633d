/// The keys that an unlocked vault holds: never a passcode, never readable key bytes.
///
/// A class, as `LoadedVault`: each read hands them on.
final class OpenKeys: Sendable {
  let dek: any Dek
  /// By the slot id: keys of slots that were opened or made since the unlock.
  let keks: [Bytes: any Kek]
  /// `slotsAsStored` of the envelope that they open: another one was made by somebody else.
  let slots: [Bytes]

  init(dek: any Dek, keks: [Bytes: any Kek], slots: [Bytes]) {
    self.dek = dek
    self.keks = keks
    self.slots = slots
  }

  /// `false`: it was re-keyed elsewhere.
  func open(_ envelope: Envelope) -> Bool {
    let stored = envelope.header.slots
    return slots.count == stored.count && slots.indices.allSatisfy { slots[$0] == stored[$0].wrapped }
  }
}

/// A vault as it is stored, and the keys that open it.
struct Opened: Sendable {
  let vault: LoadedVault
  let keys: OpenKeys

  func unlocked(with values: Values) -> Unlocked {
    Unlocked(vault: vault, keys: keys, values: values)
  }
}

/// And what is in it.
struct Unlocked: Sendable {
  let vault: LoadedVault
  let keys: OpenKeys
  let values: Values
}

/// Changes with every re-key, and with nothing else: each slot is wrapped anew, under a fresh nonce.
func slotsAsStored(_ envelope: Envelope) -> [Bytes] {
  envelope.header.slots.map(\.wrapped)
}
