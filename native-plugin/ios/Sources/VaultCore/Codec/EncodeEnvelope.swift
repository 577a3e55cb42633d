extension SlotHead {
  /// The bytes of a slot from `kind` to `enc`. FORMAT.md §4.1.
  ///
  /// - Throws: `INVALID_ARGUMENT`
  func encoded() throws(CoreError) -> Bytes {
    var bytes: Bytes = [kind.rawValue, kem.rawValue, prf.rawValue]
    bytes += slotId
    bytes.append(kdf.rawValue)
    bytes += Bytes(bigEndian: try narrowed(iterations, to: UInt32.self))
    bytes.append(try narrowed(salt.count, to: UInt8.self))
    bytes += salt
    bytes += Bytes(bigEndian: try narrowed(enc.count, to: UInt16.self))
    return bytes + enc
  }
}

extension Header {
  /// Everything up to the payload's nonce: the payload's additional data.
  ///
  /// - Throws: `INVALID_ARGUMENT`
  func encoded() throws(CoreError) -> Bytes {
    var bytes = Bytes(bigEndian: envelopeMagic) + [formatVersion, suite] + vaultId + scope
    bytes += [mode.rawValue, enrolment.rawValue, try narrowed(maxAttempts, to: UInt8.self)]
    bytes += Bytes(bigEndian: try narrowed(generation, to: UInt32.self))
    bytes += Bytes(bigEndian: flags.rawValue)
    bytes.append(try narrowed(slots.count, to: UInt8.self))
    for slot in slots { bytes += try slot.encoded() }
    return bytes
  }

  private var flags: Flags {
    var flags: Flags = []
    if hasValues { flags.insert(.hasValues) }
    if hasSession { flags.insert(.hasSession) }
    if wipeAtMax { flags.insert(.wipeAtMax) }
    if passcodeSetupNeeded { flags.insert(.passcodeSetupNeeded) }
    return flags
  }
}

/// The envelope as stored. Reads back what it wrote, so that a writer can't leave the format.
///
/// - Throws: `LIMIT_EXCEEDED`
func encodeEnvelope(headerBytes: Bytes, payload: SealedPayload) throws(CoreError) -> Bytes {
  let size = headerBytes.count + 16 + payload.ciphertext.count
  guard size <= Limit.envelope else { throw CoreError(.limitExceeded, "the vault would be larger than 16 MiB") }
  var bytes = Bytes()
  bytes.reserveCapacity(size)
  bytes += headerBytes
  bytes += payload.nonce
  bytes += Bytes(bigEndian: try narrowed(payload.ciphertext.count, to: UInt32.self))
  bytes += payload.ciphertext
  _ = try Envelope(parsing: bytes)
  return bytes
}

extension Slot {
  fileprivate func encoded() throws(CoreError) -> Bytes {
    try head.encoded() + nonce + wrapped
  }
}
