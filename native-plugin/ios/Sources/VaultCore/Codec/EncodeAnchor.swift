extension Anchor {
  /// Everything before the tag. FORMAT.md §8.
  ///
  /// - Throws: `INVALID_ARGUMENT`
  func encoded() throws(CoreError) -> Bytes {
    var bytes = Bytes(bigEndian: anchorMagic) + [formatVersion, flags.rawValue] + vaultId + scope
    bytes += try encodeRef(cur)
    bytes += try encodeRef(next)
    bytes.append(try narrowed(attempts, to: UInt8.self))
    bytes += Bytes(bigEndian: try narrowed(delayStart, to: UInt64.self))
    for ids in [keySlots, deadSlots] {
      bytes.append(try narrowed(ids.count, to: UInt8.self))
      bytes += ids.joined()
    }
    return bytes
  }

  private var flags: AnchorFlags {
    var flags: AnchorFlags = []
    if cur != nil { flags.insert(.cur) }
    if next != nil { flags.insert(.next) }
    if pending { flags.insert(.pending) }
    if erasing { flags.insert(.erasing) }
    if nextResets { flags.insert(.nextResets) }
    return flags
  }
}

private func encodeRef(_ ref: EnvelopeRef?) throws(CoreError) -> Bytes {
  guard let ref else { return Bytes(repeating: 0, count: 36) }
  return Bytes(bigEndian: try narrowed(ref.generation, to: UInt32.self)) + ref.digest
}
