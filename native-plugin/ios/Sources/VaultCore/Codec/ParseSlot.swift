extension Slot {
  /// - Parameter mode, earlier: decide which kinds and ids may follow
  /// - Throws: `CORRUPT`, `UNSUPPORTED_FORMAT`, in the order of FORMAT.md §4.1
  init(from reader: inout ByteReader, mode: Mode, after earlier: [Slot]) throws(CoreError) {
    head = try SlotHead(from: &reader, mode: mode, after: earlier)
    nonce = try reader.take(12)
    wrapped = try reader.take(48)
  }
}

extension SlotHead {
  fileprivate init(from reader: inout ByteReader, mode: Mode, after earlier: [Slot]) throws(CoreError) {
    kind = try Kind(from: &reader, mode: mode, after: earlier)

    guard let kem = Kem(rawValue: try reader.u8()) else { throw unsupported("unknown KEM") }
    guard let rule = SlotRule(kind: kind, kem: kem) else { throw corrupt("a KEM that this kind of slot does not use") }
    self.kem = kem

    guard let prf = Prf(rawValue: try reader.u8()) else { throw unsupported("unknown device function") }
    self.prf = prf

    let slotId = try reader.take(8)
    guard !earlier.contains(where: { $0.head.slotId == slotId }) else { throw corrupt("slot id used twice") }
    self.slotId = slotId

    guard let kdf = KdfId(rawValue: try reader.u8()) else { throw unsupported("unknown key derivation") }
    guard kdf == rule.kdf else { throw corrupt("a key derivation that this kind of slot does not use") }
    self.kdf = kdf

    iterations = try reader.u32()
    guard rule.iterations.contains(iterations) else { throw corrupt("iterations out of range") }

    let saltLength = Int(try reader.u8())
    guard rule.salt.contains(saltLength) else { throw corrupt("salt length out of range") }
    salt = try reader.take(saltLength)

    let encLength = Int(try reader.u16())
    guard rule.enc.contains(encLength) else { throw corrupt("length of enc out of range") }
    enc = try reader.take(encLength)
  }
}

extension Kind {
  fileprivate init(from reader: inout ByteReader, mode: Mode, after earlier: [Slot]) throws(CoreError) {
    guard let kind = Kind(rawValue: try reader.u8()) else { throw unsupported("unknown kind of slot") }
    if let previous = earlier.last, kind.rawValue <= previous.head.kind.rawValue {
      throw corrupt("slots not in ascending order")
    }
    guard mode.kinds.contains(kind) else { throw corrupt("a slot that this mode does not have") }
    self = kind
  }
}
