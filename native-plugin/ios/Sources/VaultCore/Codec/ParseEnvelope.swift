/// IDV1
let envelopeMagic: UInt32 = 0x4944_5631

/// Four bytes of count and a tag: the smallest payload, an empty one.
private let smallestCiphertext = 20

extension Envelope {
  /// Reads an envelope, from left to right; the first violation is the result. Authenticates nothing.
  ///
  /// - Throws: `CORRUPT`, `UNSUPPORTED_FORMAT`, as in FORMAT.md §4
  public init(parsing bytes: Bytes) throws(CoreError) {
    guard bytes.count <= Limit.envelope else { throw corrupt("too large") }
    var reader = ByteReader(bytes)
    header = try Header(from: &reader)
    headerBytes = reader.since(0).copied

    let nonce = try reader.take(12)
    let length = try reader.u32()
    guard length >= smallestCiphertext else { throw corrupt("ciphertext too short") }
    guard length == reader.left else { throw corrupt("does not end with its ciphertext") }
    payload = SealedPayload(nonce: nonce, ciphertext: try reader.slice(length))
  }
}

extension Header {
  fileprivate init(from reader: inout ByteReader) throws(CoreError) {
    guard try reader.u32() == envelopeMagic else { throw corrupt("not an envelope") }
    guard try reader.u8() == formatVersion else { throw unsupported("another version of the format") }
    guard try reader.u8() == suite else { throw unsupported("another cipher suite") }

    vaultId = try reader.take(16)
    scope = try reader.take(32)
    mode = try storedMode(reader.u8())
    enrolment = try storedEnrolment(reader.u8())
    maxAttempts = Int(try reader.u8())
    guard maxAttempts > 0 else { throw corrupt("no attempts allowed") }
    generation = try reader.u32()
    guard generation > 0 else { throw corrupt("generation zero") }

    let flags = Flags(rawValue: try reader.u16())
    guard flags.isSubset(of: .all) else { throw unsupported("unknown flags") }
    hasValues = flags.contains(.hasValues)
    hasSession = flags.contains(.hasSession)
    wipeAtMax = flags.contains(.wipeAtMax)
    passcodeSetupNeeded = flags.contains(.passcodeSetupNeeded)

    slots = try parseSlots(&reader, mode: mode)
    try assertFlagRule()
  }

  /// FORMAT.md §4.2.
  private func assertFlagRule() throws(CoreError) {
    guard hasValues || !hasSession else { throw corrupt("a session, but no values") }
    guard passcodeSetupNeeded else { return }
    guard mode == .biometricAndPasscode || mode == .biometricOrPasscode else {
      throw corrupt("a passcode needed in a mode without one")
    }
    guard !slots.contains(where: { $0.head.kind == .appPasscode }) else {
      throw corrupt("a passcode needed beside one")
    }
  }
}

private func storedMode(_ value: UInt8) throws(CoreError) -> Mode {
  guard let mode = Mode(rawValue: value) else { throw unsupported("unknown mode") }
  guard mode != .inMemoryOnly else { throw corrupt("a mode that is never stored") }
  return mode
}

private func storedEnrolment(_ value: UInt8) throws(CoreError) -> Enrolment {
  guard let enrolment = Enrolment(rawValue: value) else { throw unsupported("unknown enrolment policy") }
  return enrolment
}

private func parseSlots(_ reader: inout ByteReader, mode: Mode) throws(CoreError) -> [Slot] {
  let count = Int(try reader.u8())
  guard count > 0 else { throw corrupt("no slots") }
  // Not what this version writes, but a later one may: that is no damage.
  guard count <= Limit.slots else { throw unsupported("more slots than this version knows") }
  var slots: [Slot] = []
  slots.reserveCapacity(count)
  while slots.count < count { slots.append(try Slot(from: &reader, mode: mode, after: slots)) }
  return slots
}
