/// What a lease was granted for, without the values themselves: nothing may be read while it is used. FORMAT.md §13.
struct LeaseBasis: Equatable, Sendable {
  let names: [PayloadKey]
  /// The slots that wrap the data key.
  let slots: [Bytes]
  /// Of the values under these names; `nil` where there is none.
  let digests: [Bytes?]
}

func leaseBasis(_ aead: any Aead, _ unlocked: Unlocked, _ names: [PayloadKey]) throws -> LeaseBasis {
  let digests = try names.map { name in try unlocked.values[name].map { try aead.digest($0) } }
  return LeaseBasis(names: names, slots: slotsAsStored(unlocked.vault.envelope), digests: digests)
}

extension LeaseBasis {
  /// Whether that is still what is stored. Another key that was written meanwhile is none of its business.
  func isUnchanged(_ aead: any Aead, _ unlocked: Unlocked) throws -> Bool {
    try leaseBasis(aead, unlocked, names) == self
  }
}
